// SPDX-License-Identifier: GPL-3.0-or-later
#include "xscreen.h"

#include "benchset.h"
#include "programs.h"

#include <cstdlib>
#include <memory>
#include <vector>
#include <xcb/xcb.h>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

constexpr int leastWidth = 800; // of a window that is meant; one that tells of steps is smaller
constexpr xcb_keycode_t tab = 23;

template <typename Reply>
std::unique_ptr<Reply, decltype(&std::free)> owned(Reply *reply)
{
    return {reply, &std::free};
}

} // namespace

XScreen::XScreen()
{
    const QString size = u"%1x%2x24"_s.arg(width).arg(height);
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    endWithUs(m_server);
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, size, u"-nolisten"_s, u"tcp"_s,
                    u"-noreset"_s});
    QByteArray number;
    while (!number.endsWith('\n')) {
        if (!m_server.waitForReadyRead(30'000))
            die(u"Xvfb does not start: "_s + m_server.errorString());
        number += m_server.readAllStandardOutput();
    }
    m_name = u':' + QString::fromLatin1(number.trimmed());
    m_connection = xcb_connect(qPrintable(m_name), nullptr);
    if (xcb_connection_has_error(m_connection) != 0)
        die(u"The display %1 does not answer."_s.arg(m_name));
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
}

XScreen::~XScreen()
{
    xcb_disconnect(m_connection);
    m_server.terminate();
    m_server.waitForFinished();
}

QByteArray XScreen::look() const
{
    std::vector<xcb_get_image_cookie_t> asked;
    for (int y = 0; y < height; y += step)
        asked.push_back(xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, 0,
                                      static_cast<int16_t>(y), width, 1, ~0U));
    QByteArray lines;
    for (const xcb_get_image_cookie_t cookie : asked) {
        const auto line = owned(xcb_get_image_reply(m_connection, cookie, nullptr));
        if (!line)
            die(u"The display went away."_s);
        lines.append(reinterpret_cast<const char *>(xcb_get_image_data(line.get())),
                     xcb_get_image_data_length(line.get()));
    }
    return lines;
}

quint32 XScreen::largestWindow() const
{
    const auto tree =
        owned(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr));
    quint32 largest = 0;
    int most = leastWidth;
    for (int i = 0; tree && i < xcb_query_tree_children_length(tree.get()); ++i) {
        const xcb_window_t window = xcb_query_tree_children(tree.get())[i];
        const auto attributes = owned(xcb_get_window_attributes_reply(
            m_connection, xcb_get_window_attributes(m_connection, window), nullptr));
        const auto geometry = owned(
            xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
        if (!attributes || !geometry || attributes->map_state != XCB_MAP_STATE_VIEWABLE
            || geometry->width <= most)
            continue;
        most = geometry->width;
        largest = window;
    }
    return largest;
}

bool XScreen::isEmpty() const
{
    return largestWindow() == 0;
}

void XScreen::focusLargest()
{
    const quint32 largest = largestWindow();
    if (largest == 0 || std::exchange(m_focused, largest) == largest)
        return;
    xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_PARENT, largest, XCB_CURRENT_TIME);
    xcb_flush(m_connection);
}

void XScreen::pressTab() const
{
    xcb_key_press_event_t key{};
    key.response_type = XCB_KEY_PRESS;
    key.detail = tab;
    key.root = m_root;
    key.event = m_focused;
    key.same_screen = 1;
    xcb_send_event(m_connection, 0, m_focused, XCB_EVENT_MASK_KEY_PRESS,
                   reinterpret_cast<const char *>(&key));
    key.response_type = XCB_KEY_RELEASE;
    xcb_send_event(m_connection, 0, m_focused, XCB_EVENT_MASK_KEY_RELEASE,
                   reinterpret_cast<const char *>(&key));
    xcb_flush(m_connection);
}

} // namespace bench
