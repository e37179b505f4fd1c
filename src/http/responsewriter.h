// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

namespace http {

/// Writes responses as HTTP/1.1 text. Server thread only: it remembers the second's Date.
class ResponseWriter
{
public:
    struct Framing
    {
        bool keepsAlive = true;
        bool isHttp10 = false; ///< To such a client keeping alive has to be said.
        bool isHead = false;   ///< The length is told, the body is not sent.
    };

    /// Appends status line and headers. Header values holding line breaks are left out.
    void appendHead(QByteArray &out, const Response &response, Framing framing);
    [[nodiscard]] static bool sendsBody(const Response &response, Framing framing);

private:
    void refreshDate();

    QByteArray m_dateLine;
    qint64 m_dateSecond = -1;
};

} // namespace http
