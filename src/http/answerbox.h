// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <memory>
#include <mutex>
#include <vector>

namespace http {

/// Where answers from any thread wait for the server's own. Outlives the server for as long as a
/// responder is held somewhere; once closed, it drops what comes.
class AnswerBox : public std::enable_shared_from_this<AnswerBox>
{
public:
    struct Answer
    {
        quint64 connection = 0;
        quint64 sequence = 0; ///< Which request of that connection.
        qint64 bodyBytes = 0; ///< What its request had reserved.
        Response response;
    };

    /// `wake` must lead to take() on the server's thread; it is called under the lock.
    explicit AnswerBox(std::function<void()> wake);

    /// A responder which puts its first answer here, or a 500 when it is dropped.
    [[nodiscard]] Responder responder(quint64 connection, quint64 sequence, qint64 bodyBytes);

    void hold(); ///< The server is about to take() anyway and need not be woken.
    /// All answers so far. The caller takes again until there are none: only then it is woken.
    [[nodiscard]] std::vector<Answer> take();
    void close();

private:
    class Ticket;
    void post(Answer answer);

    std::mutex m_mutex; ///< Guards all below.
    std::vector<Answer> m_answers;
    std::function<void()> m_wake;
    bool m_isAwaited = false; ///< A take() is on its way.
};

} // namespace http
