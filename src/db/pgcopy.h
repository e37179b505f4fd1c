// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <optional>

namespace db {

class Session;

/// Takes a piece of the stream: whole lines, valid only during the call. An error stops the COPY.
using ChunkSink = std::function<core::Result<>(QByteArrayView chunk)>;
/// Appends the next lines to the empty `chunk`; false at the end.
using ChunkSource = std::function<core::Result<bool>(QByteArray &chunk)>;

/// Streams `COPY (SELECT …) TO STDOUT …` to the sink and gives the number of rows. COPY takes no
/// bound values, so the server itself puts them in: `%1$L` stands for the first bind, quoted by
/// PostgreSQL's format(); a null string is NULL; a literal percent sign is written `%%`.
/// Setting `canceled` from another thread ends it within 0.1 s with Error::Kind::Canceled.
[[nodiscard]] core::Result<qint64> copyOut(Session &session, const QString &formatSql,
                                           const QStringList &binds, const ChunkSink &sink,
                                           const std::atomic_bool &canceled);

/// Feeds `COPY table (columns) FROM STDIN` (text format, see CopyRow) and gives the number of
/// rows. An error of the source undoes the whole COPY.
[[nodiscard]] core::Result<qint64> copyIn(Session &session, const QString &sql,
                                          const ChunkSource &source);

/// Writes one line of COPY's text format after the other into a buffer.
class CopyRow
{
public:
    explicit CopyRow(QByteArray &out)
        : m_out(out)
    {
    }
    CopyRow &null();
    CopyRow &text(QStringView value);        ///< A null view is NULL.
    CopyRow &raw(QByteArrayView utf8);       ///< Escaped; json and anything already UTF-8.
    CopyRow &bytes(const QByteArray &value); ///< bytea
    CopyRow &number(qint64 value);
    CopyRow &optionalNumber(std::optional<qint64> value);
    CopyRow &truth(bool value);
    void end(); ///< Ends the line.

private:
    void separate();
    QByteArray &m_out;
    bool m_first = true;
};

} // namespace db
