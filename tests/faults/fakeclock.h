// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>

/// A clock that jumps, for programs that are started with it: libfaketime reads how far it is off
/// from a file.
class FakeClock
{
public:
    FakeClock();
    ~FakeClock();
    Q_DISABLE_COPY_MOVE(FakeClock)

    /// It is off by that much from now on; programs notice within a second of theirs.
    void setOff(std::chrono::seconds by);
    /// What a program's environment needs: name and value.
    [[nodiscard]] QList<std::pair<QString, QString>> environment() const;
    /// A folder of PostgreSQL's programs whose server goes by this clock: OMS_POSTGRES_BIN.
    [[nodiscard]] QString postgresFolder() const;

private:
    const QString m_folder;
};
