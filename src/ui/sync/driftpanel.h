// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "ui/pagecontext.h"
#include "ui/widgets/detailpanel.h"

namespace ui {

/// One difference: what is here, what Stripe says, what hangs on it, and the event that would have
/// told of it.
class DriftPanel : public DetailPanel
{
    Q_OBJECT

public:
    DriftPanel(const PageContext &context, QWidget *parent = nullptr);

    void showRow(const core::ListRow &row);
    [[nodiscard]] QUuid rowId() const { return m_row.id; }

Q_SIGNALS:
    void tenantRequested(const QString &name);

protected:
    void fill() override;

private:
    [[nodiscard]] QVariant cell(QLatin1StringView column) const;
    [[nodiscard]] QString text(QLatin1StringView column) const { return cell(column).toString(); }
    void fillAdvice();
    void fillValues();
    void fillEvent();
    void fillDetails();
    void addId(QVBoxLayout *section, const QString &label, const QString &id);

    PageContext m_context;
    core::ListRow m_row;
    QWidget *m_advice = nullptr;
};

} // namespace ui
