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

/// Drives all connections until the time is up.
class Run
{
public:
    Run(quint16 port, const QByteArray &request, int connections)
        : m_request(request)
        , m_poll(epoll_create1(0))
        , m_clients(static_cast<std::size_t>(connections))
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

    HttpLoad measure(std::chrono::seconds duration)
    {
        const Clock::time_point start = Clock::now();
        for (Client &client : m_clients)
            ask(client);
        std::array<epoll_event, 64> events;
        while (Clock::now() - start < duration) {
            const int ready = epoll_wait(m_poll, events.data(), int(events.size()), 100);
            for (int i = 0; i < ready; ++i)
                read(m_clients[events.at(static_cast<std::size_t>(i)).data.u64]);
        }
        const std::chrono::duration<double> taken = Clock::now() - start;
        return summary(taken.count());
    }

private:
    void ask(Client &client)
    {
        client.sent = Clock::now();
        if (!sendAll(client.socket, m_request))
            ++m_failures;
    }

    void read(Client &client)
    {
        std::array<char, 65536> buffer;
        const ssize_t size = recv(client.socket, buffer.data(), buffer.size(), 0);
        if (size <= 0) {
            ++m_failures;
            epoll_ctl(m_poll, EPOLL_CTL_DEL, client.socket, nullptr);
            return;
        }
        client.received.append(buffer.data(), size);
        const qsizetype answer = answerSize(client.received);
        if (answer == 0)
            return;
        if (!client.received.startsWith("HTTP/1.1 200"))
            ++m_failures;
        m_times.push_back(std::chrono::duration_cast<microseconds>(Clock::now() - client.sent));
        client.received.remove(0, answer);
        ask(client);
    }

    HttpLoad summary(double seconds)
    {
        HttpLoad load;
        load.failures = m_failures;
        load.answers = static_cast<qint64>(m_times.size());
        load.perSecond = static_cast<double>(m_times.size()) / seconds;
        std::ranges::sort(m_times);
        if (!m_times.empty()) {
            load.median = m_times[m_times.size() / 2];
            load.percentile99 = m_times[m_times.size() * 99 / 100];
        }
        return load;
    }

    const QByteArray m_request;
    const int m_poll;
    std::vector<Client> m_clients;
    std::vector<microseconds> m_times;
    qint64 m_failures = 0;
};

} // namespace

HttpLoad measureHttp(quint16 port, const QByteArray &request, int connections,
                     std::chrono::seconds duration)
{
    return Run(port, request, connections).measure(duration);
}
