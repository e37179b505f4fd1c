// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace db {
class Session;
}

namespace services {

/// Who works at this desk, as the database knows them.
struct SignedInPerson
{
    QString name;            ///< Display name, else the login.
    QString role;            ///< admin, operator, viewer, or empty without any right.
    bool runsEngine = false; ///< The role is a member of oms_service.
};

[[nodiscard]] core::Result<SignedInPerson> readSignedInPerson(db::Session &session);

} // namespace services
