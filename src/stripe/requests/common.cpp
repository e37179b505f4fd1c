// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/common.h"

#include <QUrl>

#include <algorithm>

namespace stripe {

Shape shapeOf(QByteArrayView version)
{
    const QByteArrayView date = version.first(std::min<qsizetype>(version.size(), 10));
    if (date >= QByteArrayView("2025-09-30"))
        return Shape::Clover;
    if (date >= QByteArrayView("2025-03-31"))
        return Shape::Basil;
    return Shape::Original;
}

Call getCall(const QString &path, const Form &form)
{
    return {.method = Method::Get, .path = path, .form = form.encoded()};
}

Call postCall(const QString &path, const Form &form, const QByteArray &key)
{
    return {.method = Method::Post, .path = path, .form = form.encoded(), .idempotencyKey = key};
}

Call deleteCall(const QString &path, const Form &form)
{
    return {.method = Method::Delete, .path = path, .form = form.encoded()};
}

Call listCall(const QString &path, const ListPage &page, Form form)
{
    form.add("limit", std::clamp<qint64>(page.limit, 1, 100));
    addFilter(form, "starting_after", page.startingAfter);
    addFilter(form, "ending_before", page.endingBefore);
    if (page.createdFrom.isValid())
        form.add("created[gte]", page.createdFrom.toSecsSinceEpoch());
    if (page.createdUntil.isValid())
        form.add("created[lt]", page.createdUntil.toSecsSinceEpoch());
    return getCall(path, form);
}

QString pathTo(QLatin1StringView collection, const QString &id, QLatin1StringView action)
{
    QString path = QLatin1StringView("/v1/") + collection + u'/'
        + QString::fromLatin1(QUrl::toPercentEncoding(id));
    if (!action.isEmpty())
        path += u'/' + action;
    return path;
}

void addOptional(Form &form, QByteArrayView key, const std::optional<QString> &value)
{
    if (value)
        form.add(key, *value);
}

void addOptional(Form &form, QByteArrayView key, const std::optional<qint64> &value)
{
    if (value)
        form.add(key, *value);
}

void addOptional(Form &form, QByteArrayView key, const std::optional<bool> &value)
{
    if (value)
        form.addFlag(key, *value);
}

void addFilter(Form &form, QByteArrayView key, const QString &value)
{
    if (!value.isEmpty())
        form.add(key, value);
}

} // namespace stripe
