// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QWidget>

class QVBoxLayout;

namespace ui {

/// One thing that will follow from what the dialog does.
struct Consequence
{
    QLatin1StringView icon;
    StatusColor status = StatusColor::Grey;
    QString title;  ///< "1 open invoice stays open: 34.51 EUR"
    QString detail; ///< "Collection goes on"
    bool operator==(const Consequence &) const = default;
};

/// "What happens": what follows, with amounts and dates, before anything is done.
class ConsequenceList : public QWidget
{
    Q_OBJECT

public:
    ConsequenceList(const Theme &theme, const QString &heading, QWidget *parent = nullptr);
    void setConsequences(const QList<Consequence> &consequences);
    [[nodiscard]] const QList<Consequence> &consequences() const { return m_consequences; }

private:
    [[nodiscard]] QWidget *makeRow(const Consequence &consequence, bool isFirst);

    const Theme &m_theme;
    QList<Consequence> m_consequences;
    QVBoxLayout *m_rows;
};

} // namespace ui
