// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "memorylistsource.h"
#include "ui/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/detailpanel.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/listpage.h"

/// Noon of one day, always.
class FixedClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime({2026, 6, 12}, {14, 32}, Qt::UTC);
    }
};

/// Answers every dialog at once, and remembers which ones came.
class ScriptedDialogs final : public ui::Dialogs
{
public:
    bool answer = true;
    QString file;
    QStringList titles;

    void open(QDialog *dialog, QWidget *over) override;
    void ask(const ui::Question &question, QWidget *over,
             std::function<void(bool)> answered) override;
    void chooseFile(const ui::SaveRequest &request, QWidget *over,
                    std::function<void(QString)> chosen) override;
};

/// The tenants of the reference pictures.
QList<core::ListRow> sampleTenants();

/// A panel with every kind of part, about the second of the sample tenants.
class SamplePanel : public ui::DetailPanel
{
public:
    SamplePanel(const ui::Theme &theme, const ui::Actions &actions);
};

/// The shell with one list page on sample rows.
struct SampleShell
{
    explicit SampleShell(ui::Theme &theme);

    FixedClock clock;
    MemoryListSource source;
    ui::MemoryViewState viewState;
    ScriptedDialogs dialogs;
    ui::Actions actions;
    ui::MainWindow window;
    ui::ListPage *tenants = nullptr;
};

/// A form dialog with fields, an error, option cards and steps.
class SampleDialog : public ui::DialogFrame
{
public:
    explicit SampleDialog(const ui::Theme &theme, QWidget *parent = nullptr);

private:
    void fillSide();
};
