// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes Beast: it is slow to compile.
#include "http/requestparser.h"

#include "http/target.h"

// Beast 1.81 asserts on "0\r\n" followed by a single byte, which any client may send. Without
// the assertion it simply waits for more.
#define BOOST_DISABLE_ASSERTS
#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

namespace http {

namespace beast = boost::beast;
using beast::error_code;
using Error = beast::http::error;
using namespace Qt::Literals;

namespace {

constexpr int maxBlankLines = 4;
constexpr qint64 firstReservation = 64 * 1024; ///< A client may announce more than it sends.

struct Refusal
{
    int status = 400;
    QLatin1String message = "The request could not be read."_L1;
};

QByteArray bytes(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Beast calls every unknown version bad, also one that is none: only "HTTP/2.0" is a version.
bool namesOtherVersion(QByteArrayView requestLine)
{
    const qsizetype end = std::min(requestLine.indexOf('\r'), requestLine.size());
    const QByteArrayView line = requestLine.first(std::max<qsizetype>(end, 0));
    const QByteArrayView version = line.sliced(line.lastIndexOf(' ') + 1);
    const auto isDigit = [version](qsizetype at) {
        return version[at] >= '0' && version[at] <= '9';
    };
    return version.size() == 8 && version.startsWith("HTTP/") && isDigit(5) && version[6] == '.'
        && isDigit(7) && version != "HTTP/1.0" && version != "HTTP/1.1";
}

Refusal refusalFor(const error_code &error, QByteArrayView input)
{
    if (error == Error::header_limit)
        return {431, "The request's headers are too large."_L1};
    if (error == Error::body_limit)
        return {413, "The request's body is too large."_L1};
    if (error == Error::bad_version && namesOtherVersion(input))
        return {505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."_L1};
    if (error == Error::multiple_content_length || error == Error::bad_content_length)
        return {400, "The request's Content-Length is not valid."_L1};
    if (error == Error::bad_transfer_encoding)
        return {400, "The request's Transfer-Encoding is not valid."_L1};
    if (error == Error::bad_chunk || error == Error::bad_chunk_extension)
        return {400, "The request's chunks are not valid."_L1};
    return {};
}

/// A header value that goes on in the next line: long since deprecated, and read as two headers by
/// some. Beast takes a line only when it has seen how the next one begins.
bool isFolded(QByteArrayView header)
{
    return header.contains("\r\n ") || header.contains("\r\n\t");
}

/// Behind the last line of the header, or all of what holds no end.
qsizetype headerEnd(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? bytes.size() : end + 2;
}

} // namespace

/// Collects what Beast finds, and refuses what Beast tolerates.
class RequestParser::BeastParser final : public beast::http::basic_parser<true>
{
public:
    explicit BeastParser(const Limits &limits)
        : m_limits(limits)
    {
        header_limit(static_cast<std::uint32_t>(limits.headerBytes));
        body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
    }

    Request request;
    std::optional<Refusal> refusal;
    bool isHttp10 = false;
    bool isKeptAlive = false;

private:
    void refuse(error_code &error, int status, QLatin1String message)
    {
        refusal = Refusal{status, message};
        error = Error::bad_value;
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target,
                         int version, error_code &error) override;
    void on_field_impl(beast::http::field field, beast::string_view name, beast::string_view value,
                       error_code &error) override;
    void on_header_impl(error_code &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, error_code &) override;
    void on_chunk_header_impl(std::uint64_t, beast::string_view extensions,
                              error_code &error) override;
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, error_code &) override;
    std::size_t on_body_impl(beast::string_view body, error_code &) override;
    void on_response_impl(int, beast::string_view, int, error_code &) override { }
    void on_finish_impl(error_code &) override { }

    const Limits &m_limits;
    qint64 m_extensionBytes = 0;
    int m_fields = 0;
    int m_hosts = 0;
    int m_contentLengths = 0;
    bool m_isHeaderDone = false;
};

void RequestParser::BeastParser::on_request_impl(beast::http::verb, beast::string_view method,
                                                 beast::string_view target, int version,
                                                 error_code &error)
{
    request.method = bytes(method);
    isHttp10 = version == 10;
    if (!splitTarget({target.data(), static_cast<qsizetype>(target.size())}, request))
        refuse(error, 400, "The request's target is not a valid path."_L1);
}

void RequestParser::BeastParser::on_field_impl(beast::http::field field, beast::string_view name,
                                               beast::string_view value, error_code &error)
{
    using beast::http::field::content_length;
    if (m_isHeaderDone)
        return; // a trailer: nothing may be added after the headers were judged
    if (++m_fields > m_limits.headerFields)
        return refuse(error, 431, "The request has too many headers."_L1);
    if (field == beast::http::field::host && ++m_hosts > 1)
        return refuse(error, 400, "The request names more than one host."_L1);
    // Beast takes equal repetitions; a proxy before us may count otherwise.
    if (field == content_length && (++m_contentLengths > 1 || value.find(',') != value.npos))
        return refuse(error, 400, "The request's Content-Length is not valid."_L1);
    // Anything but "chunked" Beast would read as "no body", and the body as the next request.
    if (field == beast::http::field::transfer_encoding
        && (isHttp10 || !beast::iequals(value, "chunked")))
        return refuse(error, 400, "The request's Transfer-Encoding is not valid."_L1);
    request.headers.emplaceBack(bytes(name).toLower(), bytes(value));
}

void RequestParser::BeastParser::on_header_impl(error_code &error)
{
    m_isHeaderDone = true;
    isKeptAlive = keep_alive();
    if (!isHttp10 && m_hosts == 0)
        refuse(error, 400, "The request names no host."_L1);
}

void RequestParser::BeastParser::on_body_init_impl(const boost::optional<std::uint64_t> &length,
                                                   error_code &)
{
    if (length)
        request.body.reserve(std::min(static_cast<qint64>(*length), firstReservation));
}

void RequestParser::BeastParser::on_chunk_header_impl(std::uint64_t, beast::string_view extensions,
                                                      error_code &error)
{
    m_extensionBytes += static_cast<qint64>(extensions.size());
    if (m_extensionBytes > m_limits.headerBytes)
        refuse(error, 431, "The request's chunk extensions are too large."_L1);
}

std::size_t RequestParser::BeastParser::on_chunk_body_impl(std::uint64_t, beast::string_view body,
                                                           error_code &)
{
    request.body.append(body.data(), static_cast<qsizetype>(body.size()));
    return body.size();
}

std::size_t RequestParser::BeastParser::on_body_impl(beast::string_view body, error_code &)
{
    request.body.append(body.data(), static_cast<qsizetype>(body.size()));
    return body.size();
}

struct RequestParser::State
{
    explicit State(const Limits &given)
        : limits(given)
    {
        parser.emplace(limits); // keeps a reference
    }

    const Limits limits;
    std::optional<BeastParser> parser; ///< One per request: Beast's cannot be used again.
    Refusal refusal;
    qint64 lineBytes = 0; ///< Of the header so far; behind it, of the last chunk's header.
    int blankLines = 0;

    Step fail(Refusal why)
    {
        refusal = why;
        return Step::Failed;
    }

    /// RFC 9112 §2.2: a few empty lines before a request are to be skipped.
    void skipBlankLines(QByteArrayView &input)
    {
        while (blankLines < maxBlankLines && input.startsWith("\r\n")) {
            input = input.sliced(2);
            ++blankLines;
        }
    }

    Step parse(QByteArrayView &input);
    std::optional<Step> judge(bool wasInHeader, const error_code &error, QByteArrayView input);
};

RequestParser::Step RequestParser::State::parse(QByteArrayView &input)
{
    if (!parser->got_some()) {
        skipBlankLines(input);
        if (input == "\r")
            return Step::NeedsMore;
    }
    while (!input.isEmpty()) {
        const bool wasInHeader = !parser->is_header_done();
        const qint64 bodyBefore = parser->request.body.size();
        error_code error;
        const std::size_t used = parser->put(
            boost::asio::const_buffer(input.data(), static_cast<std::size_t>(input.size())), error);
        const QByteArrayView taken = input.first(static_cast<qsizetype>(used));
        if (wasInHeader && isFolded(taken.first(headerEnd(taken))))
            return fail({});
        input = input.sliced(static_cast<qsizetype>(used));
        // Each call takes a line or more of header, or one chunk's header, or a piece of body.
        const qint64 overhead =
            static_cast<qint64>(used) - (parser->request.body.size() - bodyBefore);
        lineBytes = wasInHeader ? lineBytes + overhead : overhead;
        if (const std::optional<Step> step = judge(wasInHeader, error, input))
            return *step;
    }
    return Step::NeedsMore;
}

std::optional<RequestParser::Step>
RequestParser::State::judge(bool wasInHeader, const error_code &error, QByteArrayView input)
{
    // Beast limits each piece it looks at, so headers sent line by line would have no end.
    const qint64 held = error == Error::need_more ? input.size() : 0;
    if (lineBytes + held > limits.headerBytes)
        return fail(refusalFor(Error::header_limit, input));
    if (error == Error::need_more)
        return Step::NeedsMore;
    if (error)
        return fail(parser->refusal.value_or(refusalFor(error, input)));
    if (parser->is_done())
        return Step::Complete;
    return wasInHeader && parser->is_header_done() ? std::optional(Step::HeaderDone) : std::nullopt;
}

RequestParser::RequestParser(const Limits &limits)
    : m_state(std::make_unique<State>(limits))
{
}

RequestParser::~RequestParser() = default;

RequestParser::Step RequestParser::parse(QByteArrayView &input)
{
    return m_state->parse(input);
}

Request RequestParser::takeRequest()
{
    return std::move(m_state->parser->request);
}

void RequestParser::reset()
{
    m_state->parser.emplace(m_state->limits);
    m_state->lineBytes = 0;
    m_state->blankLines = 0;
}

Response RequestParser::refusal() const
{
    return errorResponse(m_state->refusal.status, m_state->refusal.message);
}

bool RequestParser::hasStarted() const
{
    return m_state->parser->got_some();
}

bool RequestParser::isHeaderDone() const
{
    return m_state->parser->is_header_done();
}

bool RequestParser::keepsAlive() const
{
    return m_state->parser->isKeptAlive;
}

bool RequestParser::isHttp10() const
{
    return m_state->parser->isHttp10;
}

std::optional<qint64> RequestParser::contentLength() const
{
    const boost::optional<std::uint64_t> length = m_state->parser->content_length();
    return length ? std::optional(static_cast<qint64>(*length)) : std::nullopt;
}

qint64 RequestParser::bodySize() const
{
    return m_state->parser->request.body.size();
}

QByteArray RequestParser::expectation() const
{
    return m_state->parser->request.header("expect").toLower();
}

} // namespace http
