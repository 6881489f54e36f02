// SPDX-License-Identifier: MIT
#include "server/docs/plainpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QString>

namespace server {

namespace {

QString escaped(const QJsonValue& value) { return value.toString().toHtmlEscaped(); }
QString in(const char* tag, const QString& html) {
  const QString name = QString::fromLatin1(tag);
  return QLatin1Char('<') + name + QLatin1Char('>') + html + QStringLiteral("</") + name +
         QStringLiteral(">\n");
}
/// What the descriptions use of Markdown: **bold**, `code` and paragraphs.
QString marked(QString html) {
  static const QRegularExpression bold(QStringLiteral("\\*\\*(.+?)\\*\\*")), code(QStringLiteral("`(.+?)`"));
  return html.replace(bold, QStringLiteral("<b>\\1</b>")).replace(code, QStringLiteral("<code>\\1</code>"));
}
QString paragraph(const QJsonValue& text) {
  QString html;
  for (const QString& one : text.toString().split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
    html += in("p", marked(one.toHtmlEscaped()));
  return html;
}
QString jsonBlock(const QJsonValue& value) {
  const QByteArray text =
      value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
  return in("pre", QString::fromUtf8(text).trimmed().toHtmlEscaped());
}

/// Writes the page; a reference of the document is followed where it stands.
class Page {
 public:
  explicit Page(const QJsonObject& document) : m_document(document) {}

  QString html() const {
    const QJsonObject info = m_document[QLatin1String("info")].toObject();
    QString body =
        in("h1", escaped(info[QLatin1String("title")]) + QLatin1Char(' ') +
                     escaped(info[QLatin1String("version")])) +
        paragraph(info[QLatin1String("description")]) +
        QStringLiteral("<p>For programs: <a href=\"/api/schema/\">the OpenAPI document</a>.</p>\n");
    for (const QJsonValue tag : m_document[QLatin1String("tags")].toArray()) body += section(tag.toObject());
    return body;
  }

 private:
  QJsonObject resolved(const QJsonValue& value) const {
    QJsonObject object = value.toObject();
    if (!object.contains(QLatin1String("$ref"))) return object;
    QJsonObject target = m_document;
    const QString path = object[QLatin1String("$ref")].toString().mid(2);
    for (const QString& step : path.split(QLatin1Char('/'))) target = target[step].toObject();
    return target;
  }

  QString section(const QJsonObject& tag) const {
    QString operations;
    const QJsonObject paths = m_document[QLatin1String("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
      const QJsonObject methods = path->toObject();
      for (auto method = methods.begin(); method != methods.end(); ++method) {
        const QJsonObject operation = method->toObject();
        if (operation[QLatin1String("tags")].toArray().contains(tag[QLatin1String("name")]))
          operations += details(method.key(), path.key(), operation);
      }
    }
    if (operations.isEmpty()) return {};
    return in("h2", escaped(tag[QLatin1String("name")])) + paragraph(tag[QLatin1String("description")]) +
           operations;
  }

  QString details(const QString& method, const QString& path, const QJsonObject& operation) const {
    const QString summary = in("b", method.toUpper()) + in("code", path.toHtmlEscaped()) +
                            escaped(operation[QLatin1String("summary")]);
    return in("details", in("summary", summary) + paragraph(operation[QLatin1String("description")]) +
                             security(operation) + parameters(operation) + body(operation) +
                             responses(operation));
  }

  static QString security(const QJsonObject& operation) {
    QStringList schemes;
    for (const QJsonValue one : operation[QLatin1String("security")].toArray())
      schemes << one.toObject().keys();
    return in("p", schemes.isEmpty()
                       ? QStringLiteral("Open to anyone.")
                       : QStringLiteral("Authorization: ") + schemes.join(QStringLiteral(" or ")));
  }

  QString parameters(const QJsonObject& operation) const {
    QString rows;
    for (const QJsonValue value : operation[QLatin1String("parameters")].toArray()) {
      const QJsonObject parameter = resolved(value);
      rows += row(escaped(parameter[QLatin1String("name")]), escaped(parameter[QLatin1String("in")]),
                  parameter[QLatin1String("schema")].toObject(),
                  escaped(parameter[QLatin1String("description")]));
    }
    return rows.isEmpty() ? QString() : in("h4", QStringLiteral("Parameters")) + in("table", rows);
  }

  static QString row(const QString& name, const QString& where, const QJsonObject& schema,
                     const QString& text) {
    QStringList choices;
    for (const QJsonValue choice : schema[QLatin1String("enum")].toArray())
      choices << (choice.isNull() ? QStringLiteral("null") : choice.toString());
    const QString type = choices.isEmpty() ? escaped(schema[QLatin1String("type")])
                                           : choices.join(QStringLiteral(" | ")).toHtmlEscaped();
    return in("tr",
              in("th", in("code", name)) + in("td", where) + in("td", type) +
                  in("td", marked(text.isEmpty() ? escaped(schema[QLatin1String("description")]) : text)));
  }

  QString body(const QJsonObject& operation) const {
    const QJsonObject content =
        operation[QLatin1String("requestBody")].toObject()[QLatin1String("content")].toObject();
    if (content.isEmpty()) return {};
    const QJsonObject schema = resolved(content.begin()->toObject()[QLatin1String("schema")]);
    const QJsonArray required = schema[QLatin1String("required")].toArray();
    QString rows;
    const QJsonObject properties = schema[QLatin1String("properties")].toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
      rows += row(property.key().toHtmlEscaped(),
                  required.contains(property.key()) ? QStringLiteral("required") : QString(),
                  property->toObject(), {});
    return in("h4", QStringLiteral("Body: ") + content.keys().join(QStringLiteral(", "))) +
           paragraph(schema[QLatin1String("description")]) + in("table", rows) + examples(content);
  }

  static QString examples(const QJsonObject& content) {
    QString html;
    for (const QJsonValue media : content) {
      const QJsonObject object = media.toObject();
      if (object.contains(QLatin1String("example"))) html += jsonBlock(object[QLatin1String("example")]);
      for (const QJsonValue example : object[QLatin1String("examples")].toObject())
        html += jsonBlock(example.toObject()[QLatin1String("value")]);
    }
    return html;
  }

  QString responses(const QJsonObject& operation) const {
    QString html;
    const QJsonObject all = operation[QLatin1String("responses")].toObject();
    for (auto one = all.begin(); one != all.end(); ++one) {
      const QJsonObject response = resolved(*one);
      const QJsonObject content = response[QLatin1String("content")].toObject();
      const QStringList headers = response[QLatin1String("headers")].toObject().keys();
      html += in("h4", one.key() + QLatin1Char(' ') + content.keys().join(QStringLiteral(", "))) +
              paragraph(response[QLatin1String("description")]);
      if (!headers.isEmpty())
        html += in("p", QStringLiteral("Headers: ") + headers.join(QStringLiteral(", ")));
      html += examples(content);
    }
    return html;
  }

  QJsonObject m_document;
};

}  // namespace

QByteArray plainPage(const QByteArray& openApi) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>DICOMaestro local API</title>\n<link rel=\"icon\" href=\"data:,\">\n"
         "<link rel=\"stylesheet\" href=\"/api/docs/page.css\">\n</head>\n<body>\n<main class=\"plain\">\n" +
         Page(QJsonDocument::fromJson(openApi).object()).html().toUtf8() + "</main>\n</body>\n</html>\n";
}

}  // namespace server
