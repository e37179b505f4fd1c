// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogdriver.h"
#include "ui/operations/provisiondialog.h"

/// A person who sets up a tenant.
class ProvisionDriver : public DialogDriver
{
protected:
    void openForm(); ///< With the draft of the time before.
    void openGroup(const QUuid &group);
    void fillIn() const; ///< Süßwaren-Express Lübeck GmbH
    void fillIn(const QString &name, const QString &email) const;
    void submit();

    ui::ProvisionDraft m_draft;
};
