// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpload.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

namespace {

/// One kept-alive connection and the answer it is waiting for.
struct Client
{
    int socket = -1;
    Clock::time_point sent;
    QByteArray received;
};

int connectTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        close(socket);
        return -1;
    }
    return socket;
}

bool sendAll(int socket, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto rest = static_cast<std::size_t>(bytes.size() - done);
        const ssize_t sent = send(socket, bytes.constData() + done, rest, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

/// The length of the answer at the front, or 0 while it is not whole.
qsizetype answerSize(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    const QByteArray head = received.first(end + 2).toLower();
    const QByteArray name = "content-length:";
    const qsizetype at = head.indexOf(name);
    qsizetype body = 0;
    if (at >= 0) {
        const qsizetype from = at + name.size();
        body = head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
    }
    const qsizetype size = end + 4 + body;
    return received.size() >= size ? size : 0;
}

/// Drives all connections until the time is up or there is nothing more to send.
class Run
{
public:
    Run(quint16 port, const HttpPlan &plan)
        : m_plan(plan)
        , m_poll(epoll_create1(0))
        , m_clients(static_cast<std::size_t>(plan.connections))
    {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            m_clients[i].socket = connectTo(port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            epoll_ctl(m_poll, EPOLL_CTL_ADD, m_clients[i].socket, &event);
        }
    }
    ~Run()
    {
        for (const Client &client : m_clients)
            close(client.socket);
        close(m_poll);
    }
    Q_DISABLE_COPY_MOVE(Run)

    HttpLoad measure()
    {
        m_start = m_last = Clock::now();
        for (Client &client : m_clients)
            m_idle.push_back(&client);
        std::array<epoll_event, 64> events;
        while (Clock::now() - m_start < m_plan.duration) {
            sendDue();
            if (m_isExhausted && m_open == 0)
                break;
            const timespec patience = untilDue();
            const int ready =
                epoll_pwait2(m_poll, events.data(), int(events.size()), &patience, nullptr);
            for (int i = 0; i < ready; ++i)
                read(m_clients[events.at(static_cast<std::size_t>(i)).data.u64]);
        }
        return summary();
    }

private:
    [[nodiscard]] bool isPaced() const { return m_plan.perSecond > 0; }
    [[nodiscard]] Clock::time_point due() const
    {
        const std::chrono::duration<double> after(double(m_sent) / m_plan.perSecond);
        return m_start + std::chrono::duration_cast<Clock::duration>(after);
    }

    void sendDue()
    {
        while (!m_isExhausted && !m_idle.empty() && (!isPaced() || due() <= Clock::now())) {
            if (!m_plan.next(m_request)) {
                m_isExhausted = true;
                return;
            }
            Client &client = *m_idle.back();
            m_idle.pop_back();
            client.sent = isPaced() ? due() : Clock::now();
            ++m_sent;
            ++m_open;
            if (!sendAll(client.socket, m_request))
                drop(client);
        }
    }

    [[nodiscard]] timespec untilDue() const
    {
        const auto longest = std::chrono::nanoseconds(std::chrono::milliseconds(100));
        if (!isPaced() || m_idle.empty() || m_isExhausted)
            return {0, longest.count()};
        const auto left = std::chrono::nanoseconds(due() - Clock::now());
        return {0, std::clamp(left, std::chrono::nanoseconds(0), longest).count()};
    }

    void drop(Client &client)
    {
        ++m_failures;
        --m_open;
        epoll_ctl(m_poll, EPOLL_CTL_DEL, client.socket, nullptr);
    }

    void read(Client &client)
    {
        std::array<char, 65536> buffer;
        const ssize_t size = recv(client.socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return drop(client);
        client.received.append(buffer.data(), size);
        const qsizetype answer = answerSize(client.received);
        if (answer == 0)
            return;
        if (!client.received.startsWith("HTTP/1.1 200"))
            ++m_failures;
        m_last = Clock::now();
        m_times.push_back(std::chrono::duration_cast<microseconds>(m_last - client.sent));
        client.received.remove(0, answer);
        m_idle.push_back(&client);
        --m_open;
    }

    HttpLoad summary()
    {
        HttpLoad load;
        load.failures = m_failures;
        load.answers = static_cast<qint64>(m_times.size());
        load.seconds = std::chrono::duration<double>(m_last - m_start).count();
        load.perSecond = double(load.answers) / std::max(load.seconds, 1e-9);
        std::ranges::sort(m_times);
        if (!m_times.empty()) {
            load.median = m_times[m_times.size() / 2];
            load.percentile99 = m_times[m_times.size() * 99 / 100];
        }
        return load;
    }

    const HttpPlan &m_plan;
    const int m_poll;
    std::vector<Client> m_clients;
    std::vector<Client *> m_idle;
    std::vector<microseconds> m_times;
    QByteArray m_request;
    Clock::time_point m_start;
    Clock::time_point m_last; ///< The last answer.
    qint64 m_sent = 0;
    int m_open = 0; ///< Requests without an answer yet.
    qint64 m_failures = 0;
    bool m_isExhausted = false;
};

} // namespace

HttpLoad runHttp(quint16 port, const HttpPlan &plan)
{
    return Run(port, plan).measure();
}

HttpLoad measureHttp(quint16 port, const QByteArray &request, int connections,
                     std::chrono::seconds duration)
{
    const auto again = [&](QByteArray &next) {
        next = request;
        return true;
    };
    return runHttp(port, {.next = again, .connections = connections, .duration = duration});
}
