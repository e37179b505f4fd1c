// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuredapplication.h"

#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QMetaEnum>
#include <QPointer>

#include <ctime>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

double threadCpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1'000'000;
}

} // namespace

MeasuredApplication::~MeasuredApplication()
{
    QFile file(qEnvironmentVariable("OMS_BENCH_LONGEST"));
    if (file.fileName().isEmpty() || !file.open(QIODevice::Append))
        return;
    const QString program = QFileInfo(applicationFilePath()).fileName();
    file.write(u"%1 %2 in %3\n"_s.arg(m_longest.cpuMs).arg(m_longest.what, program).toUtf8());
}

bool MeasuredApplication::notify(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type();
    const QByteArray receiverClass = receiver->metaObject()->className();
    const QPointer<QObject> watched(receiver);
    const bool isOuter = !std::exchange(m_isInside, true);
    const double begin = isOuter ? threadCpuMs() : 0;
    const bool isHandled = QApplication::notify(receiver, event);
    if (type == QEvent::Paint && m_painted && watched)
        m_painted(watched);
    if (!isOuter)
        return isHandled;
    m_isInside = false;
    const double took = threadCpuMs() - begin;
    if (took > m_longest.cpuMs) {
        const auto types = QMetaEnum::fromType<QEvent::Type>();
        m_longest = {took,
                     QString::fromLatin1(receiverClass) + u' '
                         + QString::fromLatin1(types.valueToKey(type))};
    }
    return isHandled;
}

} // namespace bench
