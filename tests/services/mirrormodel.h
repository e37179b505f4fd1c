// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"
#include "services/eventorder.h"
#include "stripe/event.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace support {

/// One mirrored object without a database: the product's own order rule and plan, and what the
/// tables and the inbox would hold of it.
class MirrorModel
{
public:
    /// The events of one batch.
    void apply(const QList<QJsonObject> &batch);
    /// Stripe's answer to a question about the object, if there is a doubt.
    void fetch(const QJsonObject &object, qint64 second);

    [[nodiscard]] bool isDoubtful() const { return !m_states.isEmpty() && state().isDoubtful; }
    [[nodiscard]] QString mark() const;                       ///< History::markOf() what is kept.
    [[nodiscard]] QString source() const { return m_source; } ///< The event or answer it is from.
    /// Whether an end was undone at any time.
    [[nodiscard]] bool hasRegressed() const { return m_hasRegressed; }
    [[nodiscard]] int answers() const { return m_answers; } ///< That were applied.
    [[nodiscard]] QString story() const
    {
        return m_story.join(u'\n');
    } ///< What came, and what was made of it.

private:
    [[nodiscard]] const db::MirrorState &state() const { return *m_states.cbegin(); }
    void keep(const db::MirrorCopy &copy, bool isDoubtful);
    void tell(const QString &what);

    db::MirrorStates m_states; ///< Of the one object, or empty.
    QJsonObject m_object;
    QString m_source;
    QHash<QString, QJsonObject> m_workedOff; ///< By event id.
    QStringList m_story;
    int m_answers = 0;
    bool m_hasRegressed = false;
};

} // namespace support
