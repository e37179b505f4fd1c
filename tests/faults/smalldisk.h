// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <sys/types.h>

/// A disk that can be full. Where this process may mount, a tmpfs that nobody else sees; where it
/// may not, a limit on the size of every file that the server writes.
class SmallDisk
{
public:
    SmallDisk();
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] QString folder() const; ///< For the cluster.
    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    void fill(pid_t server);
    void release(pid_t server);

private:
    [[nodiscard]] bool mountOwn() const;

    QTemporaryDir m_place;
    bool m_isMounted = false;
};
