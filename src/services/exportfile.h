// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace services {

/// A file that appears when it is complete: written beside its name, flushed to the disk, renamed.
/// Until commit() the old file stays as it is; without it nothing is left behind. Any thread.
/// Errors: Storage, with a sentence for the operator.
class ExportFile
{
    Q_DECLARE_TR_FUNCTIONS(ExportFile)

public:
    explicit ExportFile(const QString &path);

    [[nodiscard]] core::Result<> open();
    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    [[nodiscard]] core::Result<> commit();

    /// Why a file could not be written, in words. `systemError` is errno of the failure.
    [[nodiscard]] static core::Error failure(const QString &path, int systemError);

private:
    [[nodiscard]] core::Error failureNow(int systemError) const;

    QSaveFile m_file;
};

} // namespace services
