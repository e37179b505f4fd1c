// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contractschema.h"

#include <QByteArrayView>
#include <QMap>

#include <optional>

namespace contract {

/// A form-encoded body or query as the server sees it: `items[0][price]=x` as a tree.
struct FormNode
{
    std::optional<QString> value;
    QMap<QString, FormNode> children;
};

/// Decodes ('+' is a space); keys that cannot be read and keys given twice are reported.
[[nodiscard]] FormNode parsedForm(QByteArrayView form, Report &report);

/// Checks a tree against a schema. All values are text: an integer is digits, a flag is "true" or
/// "false", and arrays have the indices from 0 on, or empty brackets.
void checkForm(const Schema &schema, const FormNode &node, const QString &path, Report &report);

} // namespace contract
