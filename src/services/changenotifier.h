// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change.h"

#include <QObject>

namespace services {

/// The one way the window learns of change, whether it came from this desk, another desk, the
/// REST API or Stripe. Batches; main thread.
class ChangeNotifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const QList<core::Change> &changes);
};

} // namespace services
