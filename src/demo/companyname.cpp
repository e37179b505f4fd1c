// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/companyname.h"

#include "demo/companywords.h"

#include <array>

namespace demo {
namespace {

/// Letters that no decomposition takes apart.
struct Spelling
{
    char16_t letter;
    QLatin1StringView ascii;
};
constexpr std::array<Spelling, 9> spellings{{
    {u'ß', QLatin1StringView("ss")},
    {u'ø', QLatin1StringView("o")},
    {u'ł', QLatin1StringView("l")},
    {u'æ', QLatin1StringView("ae")},
    {u'å', QLatin1StringView("aa")},
    {u'ä', QLatin1StringView("ae")},
    {u'ö', QLatin1StringView("oe")},
    {u'ü', QLatin1StringView("ue")},
    {u'đ', QLatin1StringView("d")},
}};

/// "Weißgerber" to "weissgerber", "Ridge & Vale" to "ridge-vale".
QString toSlug(QStringView text)
{
    QString spelled;
    for (const QChar letter : text.toString().toLower()) {
        const auto *it = std::ranges::find(spellings, letter.unicode(), &Spelling::letter);
        if (it != spellings.end())
            spelled += it->ascii;
        else
            spelled += letter;
    }
    QString slug;
    for (const QChar letter : spelled.normalized(QString::NormalizationForm_D)) {
        const char16_t code = letter.unicode();
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9'))
            slug += letter;
        else if (letter.isSpace() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    return slug;
}

QString fill(QStringView pattern, const std::array<QStringView, 4> &words)
{
    QString name;
    for (const QChar letter : pattern) {
        const char16_t code = letter.unicode();
        if (code >= u'1' && code <= u'4')
            name += words[static_cast<std::size_t>(code - u'1')];
        else
            name += letter;
    }
    return name;
}

template <typename T>
const T &take(quint64 &number, std::span<const T> words)
{
    const auto size = static_cast<quint64>(words.size());
    const T &word = words[number % size];
    number /= size;
    return word;
}

} // namespace

const Place &placeOf(quint64 seed, int tenant)
{
    const auto fixed = fixedCompanies();
    if (tenant < static_cast<int>(fixed.size()))
        return placeIn(fixed[static_cast<std::size_t>(tenant)].country);
    Random random(seed, tenant, Purpose::Place);
    return drawPlace(random);
}

CompanyName companyName(quint64 seed, int tenant, const Place &place, const Town &town)
{
    const auto fixed = fixedCompanies();
    if (tenant < static_cast<int>(fixed.size())) {
        const FixedCompany &company = fixed[static_cast<std::size_t>(tenant)];
        return {company.name.toString(), QString(company.slug)};
    }
    const NameWords &words = wordsOf(place.naming);
    // A prime step through all combinations: neighbours differ in every word. In each further
    // round a second stem joins the first, so that no name comes again for a long time.
    constexpr quint64 step = 7919;
    const quint64 stems = words.stems.size();
    const quint64 combinations =
        stems * words.trades.size() * words.forms.size() * words.patterns.size();
    const quint64 round = static_cast<quint64>(tenant) / combinations;
    quint64 number =
        (static_cast<quint64>(tenant) * step + mix(seed) % combinations) % combinations;
    const quint64 second = (number % stems + 1 + (round + stems - 2) % (stems - 1)) % stems;
    const NameWord &stem = take(number, words.stems);
    const QStringView trade = take(number, words.trades);
    const QStringView pattern = take(number, words.patterns);
    const QStringView form = take(number, words.forms);
    const QString slug = stem.slug.isEmpty() ? toSlug(stem.text) : QString(stem.slug);
    QString owner = stem.text.toString();
    if (round > 0)
        owner += u'-' + words.stems[second].text.toString();
    return {fill(pattern, {owner, trade, town.name, form}), slug};
}

} // namespace demo
