// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rules.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Reads the notation of rulesFrom(), which is written in this program only: it asserts.
class RuleReader
{
public:
    explicit RuleReader(QLatin1StringView line)
        : m_rest(line)
    {
    }

    QList<Rule> read()
    {
        QList<Rule> rules;
        while (true) {
            while (m_rest.startsWith(u' '))
                m_rest = m_rest.sliced(1);
            if (m_rest.isEmpty() || m_rest.front() == u']' || m_rest.front() == u'}')
                return rules;
            rules.append(readOne());
        }
    }

private:
    QString word(const char *ends)
    {
        qsizetype length = 0;
        while (length < m_rest.size() && !strchr(ends, m_rest[length].toLatin1()))
            ++length;
        const QString text = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return text;
    }
    bool take(char c)
    {
        if (!m_rest.startsWith(QLatin1Char(c)))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    Rule readOne()
    {
        Rule rule;
        rule.name = word(" :[]{}!");
        if (take(':')) {
            readType(rule);
        } else if (take('[')) {
            rule.type = Rule::Type::List;
            rule.children = read();
            take(']');
        } else if (take('{')) {
            rule.type = Rule::Type::Hash;
            rule.children = read();
            take('}');
        }
        rule.isRequired = take('!');
        return rule;
    }

    void readType(Rule &rule)
    {
        if (take('(')) {
            rule.type = Rule::Type::Choice;
            rule.choices = word(")").split(u'|');
            take(')');
            return;
        }
        static const QHash<QString, Rule::Type> types{
            {u"int"_s, Rule::Type::Integer}, {u"flag"_s, Rule::Type::Flag},
            {u"time"_s, Rule::Type::Time},   {u"range"_s, Rule::Type::Range},
            {u"texts"_s, Rule::Type::Texts}, {u"free"_s, Rule::Type::Free},
        };
        const QString name = word(" ]}!");
        Q_ASSERT_X(types.contains(name), "route table", qPrintable(name));
        rule.type = types.value(name);
    }

    QLatin1StringView m_rest;
};

bool isInteger(const QString &text)
{
    bool isOne = false;
    (void)text.toLongLong(&isOne);
    return isOne;
}

ApiError badInteger(const QString &value, const QString &param)
{
    return invalid(u"Invalid integer: "_s + value, param, u"parameter_invalid_integer"_s);
}

std::optional<ApiError> checkText(const Rule &rule, const QString &value, const QString &param)
{
    if (value.isEmpty() && rule.isRequired) {
        return invalid(u"You passed an empty string for '%1'. We assume empty values are an "
                       "attempt to unset a parameter; however '%1' cannot be unset. You should "
                       "remove '%1' from your request or supply a non-empty value."_s.arg(param),
                       param, u"parameter_invalid_empty"_s);
    }
    if (value.isEmpty())
        return std::nullopt; // unsets the field
    if ((rule.type == Rule::Type::Integer && !isInteger(value))
        || (rule.type == Rule::Type::Range && !isInteger(value))) {
        return badInteger(value, param);
    }
    if (rule.type == Rule::Type::Time && value != "now"_L1 && !isInteger(value))
        return badInteger(value, param);
    if (rule.type == Rule::Type::Flag && value != "true"_L1 && value != "false"_L1)
        return invalid(u"Invalid boolean: "_s + value, param);
    if (rule.type == Rule::Type::Choice && !rule.choices.contains(value)) {
        return invalid(
            u"Invalid %1: must be one of %2"_s.arg(rule.name, rule.choices.join(u", "_s)), param);
    }
    return std::nullopt;
}

std::optional<ApiError> checkHash(const Rule &rule, const Params &inside)
{
    static const QList<Rule> bounds = rulesFrom("gt:int gte:int lt:int lte:int"_L1);
    if (rule.type == Rule::Type::Hash)
        return check(inside, rule.children);
    if (rule.type == Rule::Type::Range)
        return check(inside, bounds);
    return std::nullopt;
}

std::optional<ApiError> checkOne(const Rule &rule, const Params &params)
{
    const QByteArray name = rule.name.toLatin1();
    const QLatin1StringView key(name);
    const QString param = params.path(rule.name);
    const QJsonValue value = params.values().value(rule.name);
    const bool wantsHash = rule.type == Rule::Type::Free || rule.type == Rule::Type::Hash;
    const bool wantsArray = rule.type == Rule::Type::Texts || rule.type == Rule::Type::List;
    if (value.isString()) {
        if (wantsHash && !value.toString().isEmpty())
            return invalid(u"Invalid object"_s, param);
        if (wantsArray && !value.toString().isEmpty())
            return invalid(u"Invalid array"_s, param);
        return checkText(rule, value.toString(), param);
    }
    if (!wantsHash && !wantsArray && rule.type != Rule::Type::Range)
        return invalid(u"Invalid string: "_s + param, param);
    if (wantsArray) {
        for (const QString &index : value.toObject().keys()) {
            if (!isInteger(index))
                return invalid(u"Invalid array"_s, param);
        }
    }
    if (rule.type == Rule::Type::List) {
        for (const Params &entry : params.list(key)) {
            if (std::optional<ApiError> wrong = check(entry, rule.children))
                return wrong;
        }
    }
    return checkHash(rule, params.hash(key));
}

} // namespace

QList<Rule> rulesFrom(QLatin1StringView line)
{
    return RuleReader(line).read();
}

std::optional<ApiError> check(const Params &params, const QList<Rule> &rules)
{
    for (const QString &key : params.values().keys()) {
        const bool isKnown = std::ranges::find(rules, key, &Rule::name) != rules.end();
        if (!isKnown) {
            return invalid(u"Received unknown parameter: "_s + params.path(key), params.path(key),
                           u"parameter_unknown"_s);
        }
    }
    for (const Rule &rule : rules) {
        if (!params.values().contains(rule.name)) {
            if (!rule.isRequired)
                continue;
            return invalid(u"Missing required param: %1."_s.arg(params.path(rule.name)),
                           params.path(rule.name), u"parameter_missing"_s);
        }
        if (std::optional<ApiError> wrong = checkOne(rule, params))
            return wrong;
    }
    return std::nullopt;
}

} // namespace sandbox
