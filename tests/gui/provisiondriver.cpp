// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisiondriver.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/optioncards.h"

#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ProvisionDialog;
using Phase = ui::OperationDialog::Phase;

void ProvisionDriver::openForm()
{
    delete m_dialog;
    m_dialog = new ProvisionDialog(m_theme, m_desk->services(), m_draft, m_window.get());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_COMPARE(row("plan_tier")->findChild<ui::OptionCard *>(u"basic"_s)->accessibleDescription(),
                 u"29.00 EUR"_s); // the catalogue is here
    QTRY_VERIFY(find<QComboBox>("price_id")->count() > 0);
}

void ProvisionDriver::openGroup(const QUuid &group)
{
    delete m_dialog;
    m_dialog = new ProvisionDialog(m_theme, m_desk->services(), group, m_window.get());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void ProvisionDriver::fillIn(const QString &name, const QString &email) const
{
    type("name", name);
    type("email", email);
}

void ProvisionDriver::submit()
{
    fillIn();
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
}

void ProvisionDriver::fillIn() const
{
    fillIn(u"Süßwaren-Express Lübeck GmbH"_s, u"rechnung@suesswaren.example"_s);
}
