// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/eventscan.h"

#include "stripe/secrets.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace stripe {

namespace {

constexpr int deepest = 64;
constexpr int mostDigits = 15; // beyond them a number may be more than a double holds

enum class Kind { Text, Escaped, Number, True, False, Null, Object, Array };

/// A value as it stands in the text: of a string what is between the quotes.
struct Token
{
    Kind kind = Kind::Null;
    QByteArrayView text;
};

/// A member of an object: its name, and both as they stand in the text.
struct Member
{
    QByteArrayView name;
    QByteArrayView text;
};

/// A member that is asked for, and what is asked for inside where it is an object.
struct Wanted
{
    QByteArrayView name;
    std::span<Wanted> inside = {};
    std::vector<Member> *members = nullptr; ///< Gets all that are inside.
    std::optional<Token> found = std::nullopt;
};

/// One pass over strict JSON. Every function gives false at the first byte that is out of order.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_at(json.data())
        , m_end(json.data() + json.size())
    {
    }

    bool value(Token &token, const Wanted *asked = nullptr);
    /// An object's members; those wanted are kept. Twice the same, or an escaped name: false.
    bool object(Token &token, std::span<Wanted> wanted, std::vector<Member> *members = nullptr);
    /// Whether all names so far are plain text, and none is that of a secret.
    [[nodiscard]] bool isOpen() const { return !m_hasClosed; }
    bool end()
    {
        space();
        return m_at == m_end;
    }

private:
    [[nodiscard]] bool isAt(char c) const { return m_at != m_end && *m_at == c; }
    bool take(char c)
    {
        if (!isAt(c))
            return false;
        ++m_at;
        return true;
    }
    void space()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool word(QByteArrayView expected)
    {
        if (!QByteArrayView(m_at, m_end - m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }
    bool string(Token &token);
    bool escape();
    bool number();
    bool array();

    const char *m_at;
    const char *const m_end;
    int m_depth = 0;
    bool m_hasClosed = false;
};

/// What stands for itself in a string.
constexpr auto isPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte)
        plain.at(byte) = byte != '"' && byte != '\\';
    return plain;
}();

bool isSecretName(QByteArrayView name)
{
    return std::ranges::any_of(
        secretNames, [&](QLatin1StringView secret) { return name == QByteArrayView(secret); });
}

bool Scanner::escape()
{
    ++m_at; // the backslash
    if (m_at == m_end)
        return false;
    if (*m_at != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(*m_at++);
    ++m_at;
    for (int digit = 0; digit < 4; ++digit, ++m_at)
        if (m_at == m_end || !QByteArrayView("0123456789abcdefABCDEF").contains(*m_at))
            return false;
    return true;
}

bool Scanner::string(Token &token)
{
    if (!take('"'))
        return false;
    const char *const from = m_at;
    token.kind = Kind::Text;
    while (m_at != m_end) {
        if (isPlain[static_cast<unsigned char>(*m_at)]) {
            ++m_at;
            continue;
        }
        if (*m_at == '"')
            break;
        token.kind = Kind::Escaped;
        if (*m_at != '\\' || !escape()) // else a control character
            return false;
    }
    token.text = QByteArrayView(from, m_at - from);
    return take('"');
}

/// Integers and plain fractions: what has an exponent is unusual enough for the other parser.
bool Scanner::number()
{
    const auto digits = [this] {
        const char *const from = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at - from;
    };
    take('-');
    const bool isZero = isAt('0');
    const qptrdiff whole = digits();
    if (whole < 1 || whole > mostDigits || (isZero && whole > 1))
        return false;
    if (!take('.'))
        return true;
    const qptrdiff fraction = digits();
    return fraction >= 1 && fraction <= mostDigits;
}

bool Scanner::array()
{
    ++m_at; // the bracket
    space();
    if (take(']'))
        return true;
    Token ignored;
    do {
        if (!value(ignored))
            return false;
        space();
    } while (take(','));
    return take(']');
}

bool Scanner::value(Token &token, const Wanted *asked)
{
    space();
    if (m_at == m_end)
        return false;
    const char *const from = m_at;
    bool isWhole = false;
    switch (*m_at) {
    case '"':
        return string(token);
    case '{':
        return asked ? object(token, asked->inside, asked->members) : object(token, {});
    case '[':
        token.kind = Kind::Array;
        isWhole = ++m_depth <= deepest && array();
        --m_depth;
        break;
    case 't':
        token.kind = Kind::True;
        isWhole = word("true");
        break;
    case 'f':
        token.kind = Kind::False;
        isWhole = word("false");
        break;
    case 'n':
        token.kind = Kind::Null;
        isWhole = word("null");
        break;
    default:
        token.kind = Kind::Number;
        isWhole = number();
    }
    token.text = QByteArrayView(from, m_at - from);
    return isWhole;
}

bool Scanner::object(Token &token, std::span<Wanted> wanted, std::vector<Member> *members)
{
    space();
    const char *const from = m_at;
    if (!take('{') || ++m_depth > deepest)
        return false;
    space();
    bool isDone = take('}');
    while (!isDone) {
        Token name;
        space();
        const char *const memberFrom = m_at;
        if (!string(name) || (name.kind == Kind::Escaped && !wanted.empty()))
            return false;
        m_hasClosed = m_hasClosed || name.kind == Kind::Escaped || isSecretName(name.text);
        space();
        if (!take(':'))
            return false;
        const auto asked = std::ranges::find(wanted, name.text, &Wanted::name);
        const bool isAsked = asked != wanted.end();
        Token held;
        if ((isAsked && asked->found) || !value(held, isAsked ? &*asked : nullptr))
            return false;
        if (members)
            members->push_back({name.text, QByteArrayView(memberFrom, m_at - memberFrom)});
        if (isAsked)
            asked->found = held;
        space();
        isDone = take('}');
        if (!isDone && !take(','))
            return false;
    }
    --m_depth;
    token = {Kind::Object, QByteArrayView(from, m_at - from)};
    return true;
}

/// Reads one field; false where it is there but not as it should be.
bool readText(const std::optional<Token> &token, QString &into)
{
    if (!token || token->kind == Kind::Null)
        return true;
    into = QString::fromUtf8(token->text);
    return token->kind == Kind::Text;
}

std::optional<qint64> integerFrom(const std::optional<Token> &token)
{
    if (!token || token->kind != Kind::Number)
        return std::nullopt;
    bool isInteger = false;
    const qint64 value = token->text.toLongLong(&isInteger);
    return isInteger ? std::optional(value) : std::nullopt;
}

bool readFlag(const std::optional<Token> &token, bool &into)
{
    into = token && token->kind == Kind::True;
    return !token || token->kind == Kind::True || token->kind == Kind::False;
}

bool readCount(const std::optional<Token> &token, int &into)
{
    if (!token)
        return true;
    const std::optional<qint64> count = integerFrom(token);
    into = static_cast<int>(count.value_or(0));
    return count && *count >= 0 && *count <= 1'000'000;
}

bool readTime(const std::optional<Token> &token, QDateTime &into)
{
    constexpr qint64 latest = 9'999'999'999;
    const std::optional<qint64> seconds = integerFrom(token);
    if (!seconds || *seconds < 0 || *seconds > latest)
        return false;
    into = QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
    return true;
}

/// Until 2017-05-25 a plain id, an object since.
bool readRequest(const Wanted &request, EventEnvelope &envelope)
{
    if (!request.found || request.found->kind != Kind::Object)
        return readText(request.found, envelope.requestId);
    return readText(request.inside[0].found, envelope.requestId)
        && readText(request.inside[1].found, envelope.requestIdempotencyKey);
}

bool isObject(const std::optional<Token> &token)
{
    return token && token->kind == Kind::Object;
}

/// Stable: of two of one name jsonb keeps the later one.
QByteArray inOrderOfJsonb(std::vector<Member> members, qsizetype size)
{
    std::ranges::stable_sort(members, [](const Member &a, const Member &b) {
        return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
    });
    QByteArray text;
    text.reserve(size);
    for (const Member &member : members) {
        text.append(text.isEmpty() ? '{' : ',');
        text.append(member.text);
    }
    return members.empty() ? QByteArray("{}") : text.append('}');
}

} // namespace

std::optional<EventEnvelope> scanEnvelope(QByteArrayView json)
{
    if (!QUtf8StringView(json.data(), json.size()).isValidUtf8())
        return std::nullopt;
    std::array inRequest{Wanted{"id"}, Wanted{"idempotency_key"}};
    std::array inObject{Wanted{"id"}, Wanted{"object"}};
    std::array inData{Wanted{"object", inObject}};
    std::array wanted{Wanted{"object"},
                      Wanted{"id"},
                      Wanted{"type"},
                      Wanted{"api_version"},
                      Wanted{"created"},
                      Wanted{"livemode"},
                      Wanted{"account"},
                      Wanted{"request", inRequest},
                      Wanted{"pending_webhooks"},
                      Wanted{"data", inData}};
    const auto &[object, id, type, version, created, livemode, account, request, pending, data] =
        wanted;
    Scanner scanner(json);
    Token whole;
    if (!scanner.object(whole, wanted) || !scanner.end() || !object.found
        || object.found->kind != Kind::Text || object.found->text != "event"
        || !isObject(data.found) || !isObject(inData[0].found))
        return std::nullopt;
    EventEnvelope envelope;
    const bool isUsual = readText(id.found, envelope.id) && !envelope.id.isEmpty()
        && readText(type.found, envelope.type) && !envelope.type.isEmpty()
        && readText(version.found, envelope.apiVersion) && readTime(created.found, envelope.created)
        && readFlag(livemode.found, envelope.livemode) && readText(account.found, envelope.account)
        && readCount(pending.found, envelope.pendingWebhooks) && readRequest(request, envelope)
        && readText(inObject[0].found, envelope.objectId)
        && readText(inObject[1].found, envelope.objectType) && envelope.id.size() <= longestId
        && envelope.objectId.size() <= longestId;
    return isUsual ? std::optional(envelope) : std::nullopt;
}

QByteArray scanObject(QByteArrayView json)
{
    std::vector<Member> members;
    members.reserve(128);
    std::array inData{Wanted{"object", {}, &members}};
    std::array wanted{Wanted{"data", inData}};
    Scanner scanner(json);
    Token whole;
    const bool isFit = QUtf8StringView(json.data(), json.size()).isValidUtf8()
        && scanner.object(whole, wanted) && scanner.end() && scanner.isOpen()
        && isObject(inData[0].found);
    return isFit ? inOrderOfJsonb(std::move(members), inData[0].found->text.size()) : QByteArray();
}

} // namespace stripe
