// SPDX-License-Identifier: MIT
#include "server/auth/jwt.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include "tests/support/testmain.h"

using namespace server;

class JwtTest : public QObject {
  Q_OBJECT

  const SigningKey m_key = QByteArray(32, 'k');
  const Claims m_claims{"access",
                        2000,
                        1000,
                        "0123456789abcdef0123456789abcdef",
                        7,
                        QStringLiteral("Ann \"A\""),
                        QStringLiteral("Łoś")};

  static QByteArray encoded(const QByteArray& part) {
    return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
  }
  /// Signed with the right key, whatever it says.
  QByteArray forged(const QByteArray& header, const QByteArray& payload) const {
    const QByteArray part = encoded(header) + '.' + encoded(payload);
    return part + '.' + encoded(QMessageAuthenticationCode::hash(part, m_key, QCryptographicHash::Sha256));
  }

 private slots:
  void theSignatureIsHmacOfTheTwoParts() {
    const QByteArray payload =
        "{\"token_type\":\"access\",\"exp\":2000,\"iat\":1000,"
        "\"jti\":\"0123456789abcdef0123456789abcdef\",\"user_id\":7,"
        "\"first_name\":\"Ann \\\"A\\\"\",\"last_name\":\"Łoś\"}";
    QCOMPARE(encodeToken(m_claims, m_key), forged(R"({"alg":"HS256","typ":"JWT"})", payload));
  }

  void whatWasEncodedIsDecoded() {
    const auto claims = decodeToken(encodeToken(m_claims, m_key), m_key, 1999);
    QVERIFY(claims.has_value());
    QCOMPARE(claims->type, m_claims.type);
    QCOMPARE(claims->account, m_claims.account);
    QCOMPARE(claims->issued, m_claims.issued);
    QCOMPARE(claims->lastName, m_claims.lastName);
    QVERIFY(!decodeToken(encodeToken(m_claims, m_key), m_key, 2000));
    QVERIFY(!decodeToken(encodeToken(m_claims, m_key), QByteArray(32, 'l'), 1000));
  }

  void noOtherAlgorithmIsTaken() {
    const QByteArray payload = R"({"token_type":"access","exp":2000,"user_id":7})";
    QVERIFY(decodeToken(forged(R"({"alg":"HS256"})", payload), m_key, 1000));
    for (const char* header :
         {R"({"alg":"none"})", R"({"alg":"HS512"})", R"({"alg":"RS256"})", "{}", "[]", ""})
      QVERIFY(!decodeToken(forged(header, payload), m_key, 1000));
    const QByteArray unsigned_ = encoded(R"({"alg":"none"})") + '.' + encoded(payload) + '.';
    QVERIFY(!decodeToken(unsigned_, m_key, 1000));
  }

  void aTokenWithoutAnEndIsNone() {
    QVERIFY(
        !decodeToken(forged(R"({"alg":"HS256"})", R"({"token_type":"access","user_id":7})"), m_key, 1000));
  }

  void everyChangedCharacterIsSeen() {
    const QByteArray token = encodeToken(m_claims, m_key);
    for (qsizetype i = 0; i < token.size(); ++i) {
      QByteArray changed = token;
      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      QVERIFY2(!decodeToken(changed, m_key, 1000), qPrintable(QString::number(i)));
    }
    for (const char* text : {"", ".", "..", "a.b.c", "a.b.c.d"}) QVERIFY(!decodeToken(text, m_key, 1000));
  }
};

DICOMAESTRO_TEST(JwtTest)
#include "jwt_test.moc"
