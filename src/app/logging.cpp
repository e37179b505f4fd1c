// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {
namespace {

QString levelText(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return u"info"_s;
}

void writeJsonLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QJsonObject line{{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {u"level"_s, levelText(type)},
                           {u"category"_s, QString::fromUtf8(context.category)},
                           {u"message"_s, message}};
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

} // namespace

void addLoggingOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"debug"_s, QCoreApplication::translate("Logging", "Tell more about what happens.")});
    parser.addOption(
        {u"log-json"_s, QCoreApplication::translate("Logging", "Log lines as JSON objects.")});
}

void setUpLogging(const QCommandLineParser &parser)
{
    const bool isDebug = parser.isSet(u"debug"_s);
    QLoggingCategory::setFilterRules(isDebug ? u"oms.*=true"_s : u"oms.*.debug=false"_s);
    if (parser.isSet(u"log-json"_s))
        qInstallMessageHandler(&writeJsonLine);
    else
        qSetMessagePattern(u"%{time yyyy-MM-dd hh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
}

} // namespace app
