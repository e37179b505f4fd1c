// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/params.h"

#include <QUrl>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qsizetype deepest = 8;

static QString decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

/// "items[0][price]" → items, 0, price. Nothing for unbalanced brackets.
static std::optional<QStringList> segmentsOf(const QString &name)
{
    const qsizetype open = name.indexOf(u'[');
    if (open < 0)
        return QStringList{name};
    if (open == 0 || !name.endsWith(u']'))
        return std::nullopt;
    QStringList segments{name.left(open)};
    segments += name.sliced(open + 1).chopped(1).split(u"]["_s);
    return segments.size() <= deepest ? std::optional(segments) : std::nullopt;
}

/// Arrays stay hashes with numbers as names until they are read: `[]` takes the next number.
static bool insert(QJsonObject &into, const QStringList &segments, qsizetype at,
                   const QString &value)
{
    const QString key = segments[at].isEmpty() ? QString::number(into.size()) : segments[at];
    if (at + 1 == segments.size()) {
        if (into.value(key).isObject())
            return false;
        into.insert(key, value);
        return true;
    }
    const QJsonValue there = into.value(key);
    if (there.isString())
        return false;
    QJsonObject inner = there.toObject();
    if (!insert(inner, segments, at + 1, value))
        return false;
    into.insert(key, inner);
    return true;
}

Params::Params(QJsonObject values, QString path)
    : m_values(std::move(values))
    , m_path(std::move(path))
{
}

std::optional<Params> Params::parse(QByteArrayView form)
{
    Params params;
    while (!form.isEmpty()) {
        const qsizetype end = form.indexOf('&');
        const QByteArrayView pair = end < 0 ? form : form.first(end);
        form = end < 0 ? QByteArrayView() : form.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decoded(equals < 0 ? pair : pair.first(equals));
        const QString value = equals < 0 ? QString() : decoded(pair.sliced(equals + 1));
        const std::optional<QStringList> segments = segmentsOf(name);
        if (!segments || !insert(params.m_values, *segments, 0, value))
            return std::nullopt;
    }
    return params;
}

bool Params::unsets(QLatin1StringView key) const
{
    const QJsonValue value = m_values.value(key);
    return value.isString() && value.toString().isEmpty();
}

QString Params::text(QLatin1StringView key, const QString &otherwise) const
{
    const QJsonValue value = m_values.value(key);
    return value.isString() ? value.toString() : otherwise;
}

qint64 Params::integer(QLatin1StringView key, qint64 otherwise) const
{
    bool isInteger = false;
    const qint64 value = text(key).toLongLong(&isInteger);
    return isInteger ? value : otherwise;
}

bool Params::flag(QLatin1StringView key, bool otherwise) const
{
    return has(key) ? text(key) == "true"_L1 : otherwise;
}

Params Params::hash(QLatin1StringView key) const
{
    return {m_values.value(key).toObject(), path(QString(key))};
}

static QList<int> indicesOf(const QJsonObject &list)
{
    QList<int> indices;
    for (const QString &key : list.keys())
        indices.append(key.toInt());
    std::ranges::sort(indices);
    return indices;
}

QList<Params> Params::list(QLatin1StringView key) const
{
    const Params whole = hash(key);
    QList<Params> entries;
    for (const int index : indicesOf(whole.m_values)) {
        const QString name = QString::number(index);
        entries.append(Params(whole.m_values.value(name).toObject(), whole.path(name)));
    }
    return entries;
}

QStringList Params::texts(QLatin1StringView key) const
{
    const QJsonObject whole = m_values.value(key).toObject();
    QStringList texts;
    for (const int index : indicesOf(whole))
        texts.append(whole.value(QString::number(index)).toString());
    return texts;
}

QString Params::path(const QString &key) const
{
    return m_path.isEmpty() ? key : QString(m_path + u'[' + key + u']');
}

} // namespace sandbox
