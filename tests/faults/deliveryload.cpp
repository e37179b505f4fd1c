// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveryload.h"

#include "stripe/event.h"
#include "stripe/signature.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <numeric>
#include <random>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr auto pauseAfterFault = 20ms;

/// One kept-alive connection, opened again after a fault.
class Line
{
public:
    explicit Line(quint16 port)
        : m_port(port)
    {
    }
    ~Line() { hangUp(); }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    /// The status of the answer; 0 for none.
    int post(const QByteArray &body, const QByteArray &signature)
    {
        if (m_socket < 0 && !connect())
            return 0;
        const QByteArray request =
            "POST /api/v1/stripe/webhooks HTTP/1.1\r\nHost: 127.0.0.1\r\nStripe-Signature: "
            + signature + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
            + body;
        if (send(m_socket, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL)
            != request.size())
            return hangUp();
        return answer();
    }

private:
    bool connect()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{10, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
            return true;
        hangUp();
        return false;
    }

    int answer()
    {
        QByteArray received;
        std::array<char, 4096> buffer;
        while (true) {
            const ssize_t size = recv(m_socket, buffer.data(), buffer.size(), 0);
            if (size <= 0)
                return hangUp();
            received.append(buffer.data(), size);
            const qsizetype head = received.indexOf("\r\n\r\n");
            const qsizetype at = received.indexOf("Content-Length: ");
            if (head < 0 || at < 0)
                continue;
            const qsizetype from = at + 16;
            const qsizetype length =
                received.mid(from, received.indexOf('\r', from) - from).toLongLong();
            if (received.size() >= head + 4 + length)
                return received.mid(9, 3).toInt();
        }
    }

    int hangUp()
    {
        if (m_socket >= 0)
            close(m_socket);
        m_socket = -1;
        return 0;
    }

    const quint16 m_port;
    int m_socket = -1;
};

/// Text that does not get smaller when it is packed.
QByteArray noise(std::mt19937 &dice, int size)
{
    constexpr QByteArrayView letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz012345";
    QByteArray text(size, Qt::Uninitialized);
    std::ranges::generate(text, [&] { return letters[dice() % letters.size()]; });
    return text;
}

QByteArray unhandled(const QByteArray &id, const QByteArray &text)
{
    return "{\"id\":\"" + id
        + "\",\"object\":\"event\",\"type\":\"reporting.report_run.succeeded\",\"created\":"
        + QByteArray::number(QDateTime::currentSecsSinceEpoch())
        + ",\"livemode\":false,\"api_version\":\"2023-10-16\",\"data\":{\"object\":{\"id\":\"frr_"
        + id + "\",\"object\":\"reporting.report_run\",\"text\":\"" + text + "\"}}}";
}

} // namespace

/// What one connection sends next.
struct DeliveryLoad::Worker
{
    Worker(const Plan &plan, int workerNumber)
        : number(workerNumber)
        , dice(plan.seed + static_cast<quint32>(workerNumber))
        , order(static_cast<std::size_t>(plan.bodies.size()))
    {
        std::iota(order.begin(), order.end(), 0);
        std::ranges::shuffle(order, dice);
    }
    [[nodiscard]] qsizetype nextGiven()
    {
        at = (at + 1) % order.size();
        return order[at];
    }
    [[nodiscard]] QByteArray newId()
    {
        return "evt_load_" + QByteArray::number(number) + '_' + QByteArray::number(++made);
    }

    const int number;
    std::mt19937 dice;
    std::vector<qsizetype> order;
    std::size_t at = 0;
    int made = 0;
};

DeliveryLoad::DeliveryLoad(Plan plan)
    : m_plan(std::move(plan))
{
    for (qsizetype i = 0; i < m_plan.bodies.size(); ++i)
        m_left.insert(i);
    for (int i = 0; i < m_plan.connections; ++i)
        m_threads.emplace_back([this, i] { run(i); });
}

DeliveryLoad::~DeliveryLoad()
{
    m_isStopping = true;
    for (std::thread &thread : m_threads)
        thread.join();
}

void DeliveryLoad::run(int number)
{
    Worker worker(m_plan, number);
    Line line(m_plan.ports.at(number % m_plan.ports.size()));
    while (!m_isStopping && !(m_isEnding && isAllAcknowledged())) {
        const bool isGiven = !m_plan.bodies.isEmpty() && (m_isEnding || worker.dice() % 4 == 0);
        const qsizetype index = isGiven ? worker.nextGiven() : -1;
        QByteArray id = isGiven ? QByteArray() : worker.newId();
        const QByteArray body =
            isGiven ? m_plan.bodies.at(index) : unhandled(id, noise(worker.dice, m_plan.textSize));
        if (isGiven)
            id = stripe::parseEvent(body)->id.toLatin1();
        int status = -1;
        while (status != 200 && !m_isStopping) {
            if (status >= 0)
                std::this_thread::sleep_for(pauseAfterFault);
            status = line.post(
                body,
                stripe::signatureHeader(body, {m_plan.secret}, QDateTime::currentDateTimeUtc()));
            const std::lock_guard lock(m_mutex);
            ++m_answers[status];
            if (status == 200) {
                m_acknowledged.insert(QString::fromLatin1(id));
                m_left.remove(index);
            }
        }
        std::this_thread::sleep_for(m_isEnding ? 0ms : m_plan.pause);
    }
}

bool DeliveryLoad::isAllAcknowledged() const
{
    const std::lock_guard lock(m_mutex);
    return m_left.isEmpty();
}

qint64 DeliveryLoad::answers(int status) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_answers.find(status);
    return it == m_answers.end() ? 0 : it->second;
}

bool DeliveryLoad::finish(std::chrono::seconds patience)
{
    m_isEnding = true;
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!isAllAcknowledged() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(10ms);
    m_isStopping = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    return isAllAcknowledged();
}

QSet<QString> DeliveryLoad::acknowledged() const
{
    const std::lock_guard lock(m_mutex);
    return m_acknowledged;
}
