// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/signedinperson.h"

#include "db/accountrepository.h"

namespace services {

core::Result<SignedInPerson> readSignedInPerson(db::Session &session)
{
    db::AccountRepository account(session);
    const auto isService = account.isService();
    if (!isService)
        return core::passOn(isService);
    const auto name = account.displayName();
    if (!name)
        return core::passOn(name);
    const auto role = account.roleText();
    if (!role)
        return core::passOn(role);
    return SignedInPerson{*name, *role, *isService};
}

} // namespace services
