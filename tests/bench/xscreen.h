// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

struct xcb_connection_t;

namespace bench {

/// A display of its own that shows what a program looks like to whoever sits before it. Looks at
/// every sixth line of the screen only: whole pictures would take the time that is to be measured.
class XScreen
{
public:
    XScreen();
    ~XScreen();
    Q_DISABLE_COPY_MOVE(XScreen)

    [[nodiscard]] QString name() const { return m_name; } ///< ":5"
    /// The lines looked at, four bytes a pixel.
    [[nodiscard]] QByteArray look() const;
    /// What a window manager does: the largest window on screen gets the keys.
    void focusLargest();
    void pressTab() const;
    [[nodiscard]] bool isEmpty() const; ///< No window is shown.

private:
    static constexpr int width = 1600;
    static constexpr int height = 1000;
    static constexpr int step = 6;
    [[nodiscard]] quint32 largestWindow() const;

    QProcess m_server;
    QString m_name;
    xcb_connection_t *m_connection = nullptr;
    quint32 m_root = 0;
    quint32 m_focused = 0;
};

} // namespace bench
