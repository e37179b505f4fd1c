// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

/// A bare TCP server that answers HTTP requests exactly as a script says, faults included: the
/// faults of a real server and a real socket, not of a mock inside the client.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    /// A request as it came in.
    struct Request
    {
        QByteArray method;
        QByteArray target;                     ///< Path and query, encoded.
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;
        int connection = 0; ///< Counts connections from 1.

        [[nodiscard]] QByteArray path() const;
        [[nodiscard]] QByteArray query() const;
    };

    /// One step of the script.
    struct Step
    {
        QByteArray bytes; ///< Written as they are.
        bool closesAfter = false;
        bool resetsInstead = false; ///< Drops the connection without a byte.
        bool isSilent = false;      ///< Never answers.
        int delayMs = 0;
        int dripsEveryMs = 0;        ///< After `bytes` a further byte, for ever, at this interval.
        bool stopsListening = false; ///< From now on connections are refused.
    };

    explicit ScriptedServer(QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] qsizetype unusedSteps() const { return m_steps.size(); }

    /// Appends to the script. When it is used up, `whenDone` answers, else 500.
    void then(Step step);
    void thenJson(int status, const QByteArray &json, const QList<QByteArray> &headers = {});
    void thenAnswerWith(std::function<Step(const Request &)> answer) { m_answer = answer; }

    static Step json(int status, const QByteArray &json, const QList<QByteArray> &headers = {});

Q_SIGNALS:
    void received();

private:
    void accept();
    void read(QTcpSocket *socket);
    void play(QTcpSocket *socket, const Step &step);
    [[nodiscard]] Step nextStep(const Request &request);

    QList<Step> m_steps;
    QList<Request> m_requests;
    std::function<Step(const Request &)> m_answer;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QHash<QTcpSocket *, int> m_numbers;
    int m_connections = 0;
    QTcpServer m_server; ///< Last, so that it goes first: its sockets still report here.
};
