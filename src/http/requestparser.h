// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"
#include "http/message.h"

#include <memory>
#include <optional>

namespace http {

/// Turns bytes, however cut, into requests. Stricter than its parser (Beast's) where two readers
/// could disagree about where a request ends. Knows no sockets and no time.
class RequestParser
{
public:
    enum class Step {
        NeedsMore,  ///< What is left of the input must be given again, with more behind it.
        HeaderDone, ///< Comes once a request that has a body: the place to refuse it.
        Complete,   ///< Take the request, then reset().
        Failed,     ///< refusal() says how to answer; nothing more can be read here.
    };

    explicit RequestParser(const Limits &limits);
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    /// Goes on to the next step and cuts what it has used from the front of `input`.
    [[nodiscard]] Step parse(QByteArrayView &input);
    [[nodiscard]] Request takeRequest();
    void reset(); ///< For the next request of the connection.

    [[nodiscard]] Response refusal() const;
    [[nodiscard]] bool hasStarted() const; ///< At least one byte of a request was used.
    [[nodiscard]] bool isHeaderDone() const;
    /// @name From HeaderDone on
    /// @{
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] bool isHttp10() const;
    [[nodiscard]] std::optional<qint64> contentLength() const; ///< Nothing when chunked.
    [[nodiscard]] qint64 bodySize() const;                     ///< Received so far.
    [[nodiscard]] QByteArray expectation() const;              ///< The Expect header, lower case.
    /// @}

private:
    class BeastParser;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace http
