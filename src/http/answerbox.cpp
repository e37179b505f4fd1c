// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerbox.h"

#include <atomic>

namespace http {

using namespace Qt::Literals;

/// The right to answer one request once; shared by all copies of its responder.
class AnswerBox::Ticket
{
public:
    Ticket(std::shared_ptr<AnswerBox> box, quint64 connection, quint64 sequence, qint64 bodyBytes)
        : m_box(std::move(box))
        , m_connection(connection)
        , m_sequence(sequence)
        , m_bodyBytes(bodyBytes)
    {
    }

    ~Ticket()
    {
        if (!m_isUsed)
            send(errorResponse(500, "The request was not answered."_L1));
    }
    Q_DISABLE_COPY_MOVE(Ticket)

    void send(Response response)
    {
        if (!m_isUsed.exchange(true))
            m_box->post({m_connection, m_sequence, m_bodyBytes, std::move(response)});
    }

private:
    const std::shared_ptr<AnswerBox> m_box;
    const quint64 m_connection;
    const quint64 m_sequence;
    const qint64 m_bodyBytes;
    std::atomic<bool> m_isUsed = false;
};

AnswerBox::AnswerBox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

Responder AnswerBox::responder(quint64 connection, quint64 sequence, qint64 bodyBytes)
{
    auto ticket = std::make_shared<Ticket>(shared_from_this(), connection, sequence, bodyBytes);
    return [ticket = std::move(ticket)](Response response) { ticket->send(std::move(response)); };
}

void AnswerBox::hold()
{
    const std::lock_guard lock(m_mutex);
    m_isAwaited = true;
}

std::vector<AnswerBox::Answer> AnswerBox::take()
{
    const std::lock_guard lock(m_mutex);
    m_isAwaited = !m_answers.empty();
    return std::exchange(m_answers, {});
}

void AnswerBox::close()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
    m_answers.clear();
}

void AnswerBox::post(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake)
        return;
    m_answers.push_back(std::move(answer));
    if (!std::exchange(m_isAwaited, true))
        m_wake();
}

} // namespace http
