// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include "sandbox/sandbox.h"

using namespace std::chrono_literals;

sandbox::Options RunningSandbox::withQuickRetries()
{
    sandbox::Options options;
    options.delivery.waits = {50ms, 100ms, 200ms};
    options.delivery.timeout = 2s;
    return options;
}

sandbox::Options RunningSandbox::withWorld(const QString &world)
{
    sandbox::Options options = withQuickRetries();
    const auto parameters = demo::WorldParameters::fromText(world);
    if (!parameters)
        qFatal("%s", qPrintable(parameters.error().message));
    options.world = *parameters;
    return options;
}

template <typename F>
auto RunningSandbox::call(F work)
{
    using R = std::invoke_result_t<F>;
    if constexpr (std::is_void_v<R>) {
        QMetaObject::invokeMethod(&m_worker, work, Qt::BlockingQueuedConnection);
    } else {
        R result{};
        QMetaObject::invokeMethod(
            &m_worker, [&] { result = work(); }, Qt::BlockingQueuedConnection);
        return result;
    }
}

RunningSandbox::RunningSandbox(sandbox::Options options)
{
    options.address = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    call([&] {
        auto started = sandbox::Sandbox::start(options);
        if (!started) {
            m_error = started.error().message;
            return;
        }
        m_sandbox = *std::move(started);
        m_url = m_sandbox->url();
    });
}

RunningSandbox::~RunningSandbox()
{
    call([&] { m_sandbox.reset(); });
    m_thread.quit();
    m_thread.wait();
}

qint64 RunningSandbox::now()
{
    return call([&] { return m_sandbox->now(); });
}

void RunningSandbox::setWebhook(const QString &url, const QByteArray &secret)
{
    call([&] { m_sandbox->setEndpoints({{.url = QUrl(url), .secret = secret}}); });
}

void RunningSandbox::setFaults(const sandbox::FaultPlan &plan)
{
    call([&] { m_sandbox->faults().setPlan(plan); });
}

int RunningSandbox::advance(std::chrono::seconds time)
{
    return call([&] {
        const core::Result<int> done = m_sandbox->advanceTo(m_sandbox->now() + time.count());
        return done ? *done : -1;
    });
}

QJsonObject RunningSandbox::status()
{
    return call([&] { return m_sandbox->status(); });
}
