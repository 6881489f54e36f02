// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <memory>

#include "server/door/answerhead.h"
#include "server/door/httpparser.h"

namespace server {

class Door;
class Pipe;

/// One client's connection: frames its requests one after the other, keeps the times, writes the answers. It
/// deletes itself when the connection is over.
class Client final : public QObject {
  Q_OBJECT
 public:
  Client(Door& door, std::unique_ptr<QTcpSocket> socket);
  ~Client() override;

  /// Begins to read; on an encrypted door after the handshake.
  void begin();
  /// Says why and closes; for what is refused without being read.
  void refuse(const HttpFault& fault);
  /// Answers the whole request in hand and goes on with the connection.
  void answer(const HttpFault& fault);
  void abort();
  /// What is due at this time (ms of the door's clock).
  void checkDeadline(qint64 now);
  /// The door closes: an idle or half-read connection ends, one with a request in hand ends after the answer.
  void closeWhenDone();

  // From the pipe that carries the request in hand.
  void setPipe(Pipe* pipe) { m_pipe = pipe; }
  void beginAnswer(AnswerHead head);
  void takeAnswer(const QByteArray& piece);
  void endAnswer();
  bool canTakeMore() const;

 private:
  enum class Stage { Head, Body, Waiting, Answering, Lingering };

  void pump();
  bool takeStep(const HttpParser::Step& step);
  void takeHead();
  void takeBody(std::string_view data);
  void takeEnd();
  void answerPreflight();
  bool claim(quint64 bytes);
  void releaseClaim();
  void sendHead(AnswerHead head);
  void sendWhole(AnswerHead head, const QByteArray& body);
  void afterWritten();
  void sendGiven();
  void next();
  void linger();
  void leave();

  Door& m_door;
  std::unique_ptr<QTcpSocket> m_socket;
  HttpParser m_parser;
  Stage m_stage = Stage::Head;
  QByteArray m_unread;  ///< read from the socket, not yet framed: at most one piece
  qsizetype m_taken = 0;
  QByteArray m_body;
  quint64 m_claimed = 0;  ///< bytes of all bodies that this one holds
  QByteArray m_given;     ///< a whole answer that did not come through the pipe
  QByteArray m_requestId;
  QPointer<Pipe> m_pipe;
  quint64 m_id = 0;  ///< of the request in hand
  qint64 m_deadline = 0;
  qint64 m_bodyEnd = 0;
  bool m_isBegun = false;
  bool m_isFresh = true;  ///< no request has been answered yet
  bool m_sendsBody = true;
  bool m_staysOpen = true;
  bool m_isPumping = false;
  bool m_isGiving = false;  ///< the answer is whole and with the socket, and too much of it waits there
  bool m_hasShutDown = false;
};

}  // namespace server
