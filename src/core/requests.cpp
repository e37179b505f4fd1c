// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array prorations{
    EnumText{Proration::CreateProrations, "create_prorations"_L1},
    EnumText{Proration::AlwaysInvoice, "always_invoice"_L1},
    EnumText{Proration::None, "none"_L1},
};

} // namespace

QString toText(Proration proration)
{
    return textOf(prorations, proration);
}
std::optional<Proration> prorationFromText(QStringView text)
{
    return valueOf(prorations, text);
}

} // namespace core
