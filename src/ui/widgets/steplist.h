// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class ProgressLine;
class TextLabel;

/// One step of a longer piece of work.
struct Step
{
    enum class State { Waiting, Running, Done, Failed };
    QString title;
    State state = State::Waiting;
    QString detail;      ///< Below the title: the id that came out, or what went wrong.
    bool isLink = false; ///< The detail can be opened.
    bool operator==(const Step &) const = default;
};

/// The steps of a longer piece of work with a heading and one piece of line for each: what is
/// done, what runs, where it stopped. `list->setSteps(steps)` whenever one of them moved.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(const Theme &theme, QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps);
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    [[nodiscard]] QString heading() const;   ///< "Stopped at step 2 of 5"
    void setHeading(const QString &heading); ///< Instead, where nobody knows how many there are.

Q_SIGNALS:
    void linkActivated(int step);

private:
    void rebuild();
    void paintLine();
    [[nodiscard]] QWidget *makeRow(int index);

    const Theme &m_theme;
    QList<Step> m_steps;
    QString m_fixedHeading;
    TextLabel *m_heading;
    ProgressLine *m_line;
    QVBoxLayout *m_rows;
};

} // namespace ui
