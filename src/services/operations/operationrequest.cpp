// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/operationrequest.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr std::array methods{
    core::EnumText{stripe::Method::Get, "GET"_L1},
    core::EnumText{stripe::Method::Post, "POST"_L1},
    core::EnumText{stripe::Method::Delete, "DELETE"_L1},
};

} // namespace

db::OperationRequest requestOf(const stripe::Call &call)
{
    return {core::textOf(methods, call.method), call.path.isNull() ? u""_s : call.path, call.form,
            QString::fromLatin1(call.version)};
}

stripe::Call callOf(const db::OperationRequest &request, const core::Operation &operation)
{
    stripe::Call call;
    call.method = core::valueOf(methods, request.method).value_or(stripe::Method::Post);
    call.path = request.path;
    call.form = request.body;
    call.version = request.stripeVersion.toLatin1();
    call.idempotencyKey = operation.idempotencyKey.toLatin1();
    return call;
}

} // namespace services
