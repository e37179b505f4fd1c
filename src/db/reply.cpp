// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/reply.h"

#include <QCoreApplication>

namespace db {

core::Error closingError()
{
    return {.kind = core::Error::Kind::Unreachable,
            .message = QCoreApplication::translate("db", "The program is closing."),
            .detail = QStringLiteral("the database is being closed")};
}

} // namespace db
