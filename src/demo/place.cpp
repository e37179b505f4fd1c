// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/place.h"

#include <array>

namespace demo {
namespace {

using L1 = QLatin1StringView;

constexpr Town germanTowns[] = {{u"Köln", L1("50###"), u""},     {u"Hamburg", L1("20###"), u""},
                                {u"München", L1("80###"), u""},  {u"Leipzig", L1("04###"), u""},
                                {u"Würzburg", L1("97###"), u""}, {u"Lübeck", L1("23###"), u""}};
constexpr Town austrianTowns[] = {
    {u"Wien", L1("1#10"), u""}, {u"Graz", L1("80#0"), u""}, {u"Sankt Pölten", L1("31#0"), u""}};
constexpr Town swissTowns[] = {
    {u"Zürich", L1("80##"), u""}, {u"Bern", L1("30##"), u""}, {u"Genève", L1("12##"), u""}};
constexpr Town frenchTowns[] = {{u"Lyon", L1("6900#"), u""},
                                {u"Nîmes", L1("30###"), u""},
                                {u"Besançon", L1("25###"), u""},
                                {u"Orléans", L1("45###"), u""}};
constexpr Town spanishTowns[] = {{u"Málaga", L1("290##"), u""},
                                 {u"A Coruña", L1("150##"), u""},
                                 {u"Cádiz", L1("110##"), u""},
                                 {u"Zaragoza", L1("500##"), u""}};
constexpr Town italianTowns[] = {{u"Torino", L1("101##"), u"TO"},
                                 {u"Forlì", L1("471##"), u"FC"},
                                 {u"Bologna", L1("401##"), u"BO"}};
constexpr Town dutchTowns[] = {{u"Utrecht", L1("35## AB"), u""},
                               {u"’s-Hertogenbosch", L1("52## KD"), u""},
                               {u"Groningen", L1("97## PL"), u""}};
constexpr Town britishTowns[] = {{u"Leeds", L1("LS# 4QT"), u""},
                                 {u"Bristol", L1("BS# 3DN"), u""},
                                 {u"Newcastle upon Tyne", L1("NE# 8XY"), u""},
                                 {u"Llanfairpwllgwyngyll", L1("LL6# 5UJ"), u""}};
constexpr Town americanTowns[] = {{u"Austin", L1("787##"), u"TX"},
                                  {u"Des Moines", L1("503##"), u"IA"},
                                  {u"Albuquerque", L1("871##"), u"NM"},
                                  {u"Saint Paul", L1("551##"), u"MN"}};
constexpr Town polishTowns[] = {{u"Łódź", L1("90-###"), u""},
                                {u"Kraków", L1("30-###"), u""},
                                {u"Gdańsk", L1("80-###"), u""},
                                {u"Świętochłowice", L1("41-6##"), u""}};
constexpr Town czechTowns[] = {{u"Brno", L1("6## 00"), u""},
                               {u"Plzeň", L1("3## 00"), u""},
                               {u"Hradec Králové", L1("50# 02"), u""}};
constexpr Town danishTowns[] = {{u"København", L1("21##"), u""},
                                {u"Ærøskøbing", L1("5970"), u""},
                                {u"Aarhus", L1("80##"), u""}};
constexpr Town swedishTowns[] = {{u"Göteborg", L1("41# ##"), u""},
                                 {u"Malmö", L1("21# ##"), u""},
                                 {u"Östersund", L1("83# ##"), u""}};
constexpr Town norwegianTowns[] = {
    {u"Tromsø", L1("90##"), u""}, {u"Ålesund", L1("60##"), u""}, {u"Bergen", L1("50##"), u""}};
constexpr Town japaneseTowns[] = {{u"札幌市", L1("060-00##"), u"北海道"},
                                  {u"横浜市", L1("220-00##"), u"神奈川県"},
                                  {u"金沢市", L1("920-08##"), u"石川県"}};
constexpr Town romanisedTowns[] = {{u"Kōbe", L1("650-00##"), u"Hyōgo"},
                                   {u"Fukuoka", L1("810-00##"), u"Fukuoka"},
                                   {u"Ōtsu", L1("520-00##"), u"Shiga"}};
constexpr Town kuwaitiTowns[] = {{u"مدينة الكويت", L1("130##"), u""},
                                 {u"السالمية", L1("220##"), u""}};
constexpr Town saudiTowns[] = {{u"الرياض", L1("112##"), u""}, {u"جدة", L1("214##"), u""}};
constexpr Town israeliTowns[] = {{u"תל אביב-יפו", L1("61#####"), u""},
                                 {u"חיפה", L1("31#####"), u""},
                                 {u"באר שבע", L1("84#####"), u""}};
constexpr Town brazilianTowns[] = {{u"São Paulo", L1("01###-000"), u"SP"},
                                   {u"Florianópolis", L1("880##-000"), u"SC"},
                                   {u"Maceió", L1("570##-000"), u"AL"}};
constexpr Town australianTowns[] = {{u"Fremantle", L1("6160"), u"WA"},
                                    {u"Geelong", L1("3220"), u"VIC"},
                                    {u"Wagga Wagga", L1("2650"), u"NSW"}};

constexpr QStringView germanStreets[] = {u"Lindenstraße #", u"Am Güterbahnhof #", u"Mühlenweg #",
                                         u"Großmarktstraße #"};
constexpr QStringView frenchStreets[] = {u"# rue des Châtaigniers", u"# quai de l’Écluse",
                                         u"# avenue de la Gare"};
constexpr QStringView spanishStreets[] = {u"Calle de la Peña #", u"Avenida del Puerto #"};
constexpr QStringView italianStreets[] = {u"Via della Libertà #", u"Corso dei Mercati #"};
constexpr QStringView dutchStreets[] = {u"Stationsweg #", u"Kanaalkade #"};
constexpr QStringView englishStreets[] = {u"# Foundry Lane", u"# Canal Street", u"# Mill Road"};
constexpr QStringView polishStreets[] = {u"ul. Łąkowa #", u"ul. Dworcowa #", u"al. Róż #"};
constexpr QStringView czechStreets[] = {u"Nádražní #", u"U Řeky #"};
constexpr QStringView nordicStreets[] = {u"Havnegade #", u"Søndergata #", u"Ågatan #"};
constexpr QStringView japaneseStreets[] = {u"中央区#丁目", u"西区#番地"};
constexpr QStringView romanisedStreets[] = {u"Chūō-ku #-chōme", u"Nishi-ku #-banchi"};
constexpr QStringView arabicStreets[] = {u"شارع الميناء #", u"طريق الملك #"};
constexpr QStringView hebrewStreets[] = {u"רחוב הנמל #", u"דרך השלום #"};
constexpr QStringView portugueseStreets[] = {u"Rua da Estação, #", u"Avenida São João, #"};

constexpr Place allPlaces[] = {
    {L1("DE"), L1("eur"), 1900, L1("+49"), L1("de"), L1("rechnung"), Naming::German, 230,
     germanTowns, germanStreets},
    {L1("AT"), L1("eur"), 2000, L1("+43"), L1("de"), L1("buchhaltung"), Naming::German, 50,
     austrianTowns, germanStreets},
    {L1("CH"), L1("chf"), 810, L1("+41"), L1("de"), L1("buchhaltung"), Naming::German, 55,
     swissTowns, germanStreets},
    {L1("FR"), L1("eur"), 2000, L1("+33"), L1("fr"), L1("compta"), Naming::French, 80, frenchTowns,
     frenchStreets},
    {L1("ES"), L1("eur"), 2100, L1("+34"), L1("es"), L1("facturas"), Naming::Spanish, 65,
     spanishTowns, spanishStreets},
    {L1("IT"), L1("eur"), 2200, L1("+39"), L1("it"), L1("fatture"), Naming::Italian, 40,
     italianTowns, italianStreets},
    {L1("NL"), L1("eur"), 2100, L1("+31"), L1("nl"), L1("facturen"), Naming::Dutch, 35, dutchTowns,
     dutchStreets},
    {L1("GB"), L1("gbp"), 2000, L1("+44"), L1("en-GB"), L1("accounts"), Naming::English, 80,
     britishTowns, englishStreets},
    {L1("US"), L1("usd"), 825, L1("+1"), L1("en-US"), L1("billing"), Naming::English, 85,
     americanTowns, englishStreets},
    {L1("PL"), L1("pln"), 2300, L1("+48"), L1("pl"), L1("faktury"), Naming::Polish, 55, polishTowns,
     polishStreets},
    {L1("CZ"), L1("czk"), 2100, L1("+420"), L1("cs"), L1("fakturace"), Naming::Czech, 35,
     czechTowns, czechStreets},
    {L1("DK"), L1("dkk"), 2500, L1("+45"), L1("da"), L1("faktura"), Naming::Danish, 30, danishTowns,
     nordicStreets},
    {L1("SE"), L1("sek"), 2500, L1("+46"), L1("sv"), L1("faktura"), Naming::Swedish, 30,
     swedishTowns, nordicStreets},
    {L1("NO"), L1("nok"), 2500, L1("+47"), L1("nb"), L1("faktura"), Naming::Norwegian, 20,
     norwegianTowns, nordicStreets},
    {L1("JP"), L1("jpy"), 1000, L1("+81"), L1("ja"), L1("keiri"), Naming::Japanese, 20,
     japaneseTowns, japaneseStreets},
    {L1("JP"), L1("jpy"), 1000, L1("+81"), L1("ja"), L1("keiri"), Naming::JapaneseRomanised, 15,
     romanisedTowns, romanisedStreets},
    {L1("KW"), L1("kwd"), 0, L1("+965"), L1("ar"), L1("billing"), Naming::Arabic, 15, kuwaitiTowns,
     arabicStreets},
    {L1("SA"), L1("sar"), 1500, L1("+966"), L1("ar"), L1("billing"), Naming::Arabic, 15, saudiTowns,
     arabicStreets},
    {L1("IL"), L1("ils"), 1800, L1("+972"), L1("he"), L1("billing"), Naming::Hebrew, 15,
     israeliTowns, hebrewStreets},
    {L1("BR"), L1("brl"), 500, L1("+55"), L1("pt-BR"), L1("financeiro"), Naming::Portuguese, 20,
     brazilianTowns, portugueseStreets},
    {L1("AU"), L1("aud"), 1000, L1("+61"), L1("en"), L1("accounts"), Naming::English, 10,
     australianTowns, englishStreets},
};

} // namespace

std::span<const Place> places()
{
    return allPlaces;
}

const Place &drawPlace(Random &random)
{
    int lot = random.below(1000);
    for (const Place &place : allPlaces) {
        lot -= place.share;
        if (lot < 0)
            return place;
    }
    return allPlaces[0];
}

const Place &placeIn(QLatin1StringView country)
{
    for (const Place &place : allPlaces) {
        if (place.country == country)
            return place;
    }
    return allPlaces[0];
}

} // namespace demo
