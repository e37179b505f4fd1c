// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QUuid>

namespace ui {

class ListView;

/// Keeps the rows on screen where they are when others come or go above them. At the top a list
/// stays at the top, so that what is new is seen.
class ListAnchor : public QObject
{
    Q_OBJECT

public:
    explicit ListAnchor(ListView &view);

private:
    void noteRows();
    void scrollAlong();
    /// By how many rows most of those that were on screen have moved.
    [[nodiscard]] int shift() const;

    ListView &m_view;
    QHash<QUuid, int> m_rows; ///< On screen before the refresh.
};

} // namespace ui
