// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/companywords.h"

namespace demo {
namespace {

using L1 = QLatin1StringView;
using Text = QStringView;

constexpr NameWord germanStems[] = {
    {u"Höflinger", L1("")},  {u"Brandstätter", L1("")}, {u"Grünkorb", L1("")},
    {u"Übelhör", L1("")},    {u"Lindemann", L1("")},    {u"Oberhauser", L1("")},
    {u"Weißgerber", L1("")}, {u"Nußbaum", L1("")},      {u"Königsberger", L1("")},
    {u"Vogelsang", L1("")},  {u"Rößler", L1("")},       {u"Dörfler", L1("")},
    {u"Tannhäuser", L1("")}, {u"Eichwald", L1("")},     {u"Morgenroth", L1("")},
    {u"Kühnel", L1("")}};
constexpr Text germanTrades[] = {
    u"Lieferdienst", u"Frischelogistik", u"Getränkehandel", u"Kurierdienst",     u"Paketservice",
    u"Feinkost",     u"Blumenversand",   u"Großküche",      u"Bäckereilogistik", u"Speisewagen"};
constexpr Text germanForms[] = {u"GmbH", u"GmbH & Co. KG", u"AG",   u"UG (haftungsbeschränkt)",
                                u"KG",   u"OHG",           u"e. K."};
constexpr Text germanPatterns[] = {u"2 1 4",
                                   u"1 2 3 4",
                                   u"2 1 & Söhne 4",
                                   u"1 & Töchter 2 4",
                                   u"2 1 & Partner 4",
                                   u"1 2 4",
                                   u"Vereinigte 2 1 & Partner Stadtbelieferung 3 4"};

constexpr NameWord frenchStems[] = {
    {u"Brûlé", L1("")},  {u"Châtelain", L1("")}, {u"Lefèvre", L1("")},  {u"Marchéville", L1("")},
    {u"Peyrac", L1("")}, {u"Duchêne", L1("")},   {u"Garrigue", L1("")}, {u"Noëlle", L1("")}};
constexpr Text frenchTrades[] = {u"Livraison",   u"Messagerie",     u"Traiteur", u"Primeurs",
                                 u"Boulangerie", u"Courses à Vélo", u"Épicerie", u"Logistique"};
constexpr Text frenchForms[] = {u"SARL", u"SAS", u"SA", u"EURL"};
constexpr Text frenchPatterns[] = {u"1 2 4", u"2 1 & Fils 4", u"2 1 de 3 4"};

constexpr NameWord spanishStems[] = {{u"Ibáñez", L1("")}, {u"Peñalver", L1("")},
                                     {u"Muñiz", L1("")},  {u"Echeverría", L1("")},
                                     {u"Zubiri", L1("")}, {u"Albarracín", L1("")}};
constexpr Text spanishTrades[] = {u"Reparto",        u"Mensajería", u"Panadería",
                                  u"Distribuciones", u"Frutas",     u"Logística Urbana"};
constexpr Text spanishForms[] = {u"S.L.", u"S.A.", u"S.L.U.", u"S. Coop."};
constexpr Text spanishPatterns[] = {u"2 1 4", u"2 1 e Hijos 4", u"1 2 de 3 4"};

constexpr NameWord italianStems[] = {{u"Fornasari", L1("")},
                                     {u"Dalpozzo", L1("")},
                                     {u"Brambatti", L1("")},
                                     {u"Nicolò", L1("")},
                                     {u"Castelvero", L1("")}};
constexpr Text italianTrades[] = {u"Consegne", u"Corriere", u"Gastronomia", u"Ortofrutta",
                                  u"Logistica"};
constexpr Text italianForms[] = {u"S.r.l.", u"S.p.A.", u"S.n.c."};
constexpr Text italianPatterns[] = {u"2 1 4", u"Fratelli 1 2 4", u"2 1 di 3 4"};

constexpr NameWord dutchStems[] = {{u"Van der Krogt", L1("")},
                                   {u"De Bloemist", L1("")},
                                   {u"Oudekerk", L1("")},
                                   {u"Zuiderveen", L1("")}};
constexpr Text dutchTrades[] = {u"Bezorgdienst", u"Koeriers", u"Versmarkt", u"Fietspost"};
constexpr Text dutchForms[] = {u"B.V.", u"N.V.", u"V.O.F."};
constexpr Text dutchPatterns[] = {u"1 2 4", u"2 1 & Zonen 4", u"2 3 1 4"};

constexpr NameWord englishStems[] = {
    {u"Ridge & Vale", L1("")}, {u"Harbour City", L1("")}, {u"Prairie", L1("")},
    {u"Copperfield", L1("")},  {u"Thistledown", L1("")},  {u"Redwater", L1("")},
    {u"Millbrook", L1("")},    {u"Larkspur", L1("")},     {u"O’Shaughnessy", L1("")},
    {u"Blackthorn", L1("")},   {u"Saltmarsh", L1("")},    {u"Quarry Hill", L1("")}};
constexpr Text englishTrades[] = {u"Couriers",          u"Provisions",  u"Parcels",
                                  u"Bakery Deliveries", u"Fresh Foods", u"Flower Express",
                                  u"Last Mile",         u"Catering"};
constexpr Text englishForms[] = {u"Ltd", u"LLC", u"Inc.", u"PLC", u"Co-operative", u"Pty Ltd"};
constexpr Text englishPatterns[] = {u"1 2 4", u"1 2 of 3 4", u"1 & Daughters 2 4"};

constexpr NameWord polishStems[] = {{u"Żabiński", L1("")},
                                    {u"Łącki", L1("")},
                                    {u"Ściborek", L1("")},
                                    {u"Dąbrówka", L1("")},
                                    {u"Grzęda", L1("")}};
constexpr Text polishTrades[] = {u"Kurier", u"Dostawy", u"Piekarnia", u"Przesyłki", u"Hurtownia"};
constexpr Text polishForms[] = {u"Sp. z o.o.", u"S.A.", u"Sp. k.", u"Sp. j."};
constexpr Text polishPatterns[] = {u"2 1 4", u"1 2 3 4", u"2 1 i Synowie 4"};

constexpr NameWord czechStems[] = {
    {u"Říčany", L1("")}, {u"Dvořáček", L1("")}, {u"Žďárský", L1("")}, {u"Hůlka", L1("")}};
constexpr Text czechTrades[] = {u"Rozvoz", u"Zásilky", u"Čerstvé potraviny", u"Pekárna"};
constexpr Text czechForms[] = {u"s.r.o.", u"a.s.", u"v.o.s."};
constexpr Text czechPatterns[] = {u"2 1 4", u"1 2 3 4", u"2 1 a synové 4"};

constexpr NameWord danishStems[] = {
    {u"Østerbro", L1("")}, {u"Bøgelund", L1("")}, {u"Kærgård", L1("")}, {u"Åbakke", L1("")}};
constexpr Text danishTrades[] = {u"Madkasser", u"Bude", u"Pakker", u"Grøntlevering"};
constexpr Text danishForms[] = {u"ApS", u"A/S", u"I/S"};
constexpr Text nordicPatterns[] = {u"1 2 4", u"2 1 4", u"1 2 3 4"};

constexpr NameWord swedishStems[] = {
    {u"Fjällvik", L1("")}, {u"Åkerblom", L1("")}, {u"Mörtsjö", L1("")}, {u"Ängsholm", L1("")}};
constexpr Text swedishTrades[] = {u"Matleverans", u"Cykelbud", u"Bageri", u"Paket"};
constexpr Text swedishForms[] = {u"AB", u"HB", u"AB (publ)"};

constexpr NameWord norwegianStems[] = {
    {u"Nordsjø", L1("")}, {u"Bjørkli", L1("")}, {u"Håkvåg", L1("")}, {u"Mørkved", L1("")}};
constexpr Text norwegianTrades[] = {u"Kurér", u"Matlevering", u"Bakeri", u"Pakketjeneste"};
constexpr Text norwegianForms[] = {u"AS", u"ASA", u"ANS"};

constexpr NameWord japaneseStems[] = {{u"青葉", L1("aoba")},
                                      {u"北斗", L1("hokuto")},
                                      {u"東雲", L1("shinonome")},
                                      {u"白鷺", L1("shirasagi")},
                                      {u"朝霧", L1("asagiri")}};
constexpr Text japaneseTrades[] = {u"配送", u"弁当", u"運輸", u"食品", u"便"};
constexpr Text japaneseForms[] = {u"株式会社", u"有限会社", u"合同会社"};
constexpr Text japanesePatterns[] = {u"412", u"12 4", u"41・3 2サービス"};

constexpr NameWord romanisedStems[] = {
    {u"Tōgane", L1("")}, {u"Minamisō", L1("")}, {u"Kibune", L1("")}, {u"Hayasé", L1("")}};
constexpr Text romanisedTrades[] = {u"Bento Haitatsu", u"Takuhai", u"Unyu", u"Shokuhin"};
constexpr Text romanisedForms[] = {u"K.K.", u"G.K.", u"Y.K."};

constexpr NameWord arabicStems[] = {{u"السلام", L1("alsalam")},  {u"النخيل", L1("alnakheel")},
                                    {u"الواحة", L1("alwaha")},   {u"الفجر", L1("alfajr")},
                                    {u"الريان", L1("alrayyan")}, {u"البدر", L1("albadr")}};
constexpr Text arabicTrades[] = {u"للتوصيل السريع", u"للتموين", u"للخدمات اللوجستية", u"للأغذية",
                                 u"للبريد"};
constexpr Text arabicForms[] = {u"ذ.م.م", u"ش.م.ك", u"وشركاه"};
constexpr Text arabicPatterns[] = {u"شركة 1 2 4", u"مؤسسة 1 2 4", u"شركة 1 2 في 3 4"};

constexpr NameWord hebrewStems[] = {{u"כרמל", L1("karmel")},
                                    {u"שקד", L1("shaked")},
                                    {u"רימון", L1("rimon")},
                                    {u"ארזים", L1("arazim")},
                                    {u"גלבוע", L1("gilboa")}};
constexpr Text hebrewTrades[] = {u"משלוחי", u"מאפיית", u"שליחויות", u"מטבחי", u"ירקות"};
constexpr Text hebrewForms[] = {u"בע״מ", u"ושות׳", u"שותפות"};
constexpr Text hebrewPatterns[] = {u"2 1 4", u"2 1 ובניו 4", u"2 1 3 4"};

constexpr NameWord portugueseStems[] = {{u"São Jorge", L1("")},
                                        {u"Conceição", L1("")},
                                        {u"Guimarães Lobo", L1("")},
                                        {u"Araçá", L1("")}};
constexpr Text portugueseTrades[] = {u"Entregas Rápidas", u"Marmitas", u"Transportes",
                                     u"Hortifrúti"};
constexpr Text portugueseForms[] = {u"Ltda.", u"S.A.", u"ME"};
constexpr Text portuguesePatterns[] = {u"1 2 4", u"2 1 & Irmãos 4", u"2 1 de 3 4"};

constexpr NameWords allWords[] = {
    {Naming::German, germanStems, germanTrades, germanForms, germanPatterns},
    {Naming::French, frenchStems, frenchTrades, frenchForms, frenchPatterns},
    {Naming::Spanish, spanishStems, spanishTrades, spanishForms, spanishPatterns},
    {Naming::Italian, italianStems, italianTrades, italianForms, italianPatterns},
    {Naming::Dutch, dutchStems, dutchTrades, dutchForms, dutchPatterns},
    {Naming::English, englishStems, englishTrades, englishForms, englishPatterns},
    {Naming::Polish, polishStems, polishTrades, polishForms, polishPatterns},
    {Naming::Czech, czechStems, czechTrades, czechForms, czechPatterns},
    {Naming::Danish, danishStems, danishTrades, danishForms, nordicPatterns},
    {Naming::Swedish, swedishStems, swedishTrades, swedishForms, nordicPatterns},
    {Naming::Norwegian, norwegianStems, norwegianTrades, norwegianForms, nordicPatterns},
    {Naming::Japanese, japaneseStems, japaneseTrades, japaneseForms, japanesePatterns},
    {Naming::JapaneseRomanised, romanisedStems, romanisedTrades, romanisedForms, nordicPatterns},
    {Naming::Arabic, arabicStems, arabicTrades, arabicForms, arabicPatterns},
    {Naming::Hebrew, hebrewStems, hebrewTrades, hebrewForms, hebrewPatterns},
    {Naming::Portuguese, portugueseStems, portugueseTrades, portugueseForms, portuguesePatterns},
};

constexpr FixedCompany companies[] = {
    {L1("CH"), u"Zürcher Velokurier Genossenschaft", L1("zuercher-velokurier")},
    {L1("DE"), u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG", L1("hoeflinger")},
    {L1("JP"), u"Tōkyō Bento Haitatsu K.K.", L1("tokyo-bento")},
    {L1("KW"), u"Al-Salam Catering W.L.L.", L1("alsalam-catering")},
    {L1("AT"), u"Grünkorb Wien GmbH", L1("gruenkorb")},
    {L1("DE"), u"Birke AG", L1("birke")},
    {L1("GB"), u"Ridge & Vale Couriers Ltd", L1("ridge-vale")},
    {L1("PL"), u"Łódź Express Sp. z o.o.", L1("lodz-express")},
    {L1("FR"), u"Crêpes à Vélo SARL", L1("crepes-a-velo")},
    {L1("NO"), u"Nordsjø Kurér AS", L1("nordsjo")},
    {L1("DE"), u"Lieferwerk Köln UG (haftungsbeschränkt)", L1("lieferwerk")},
    {L1("DE"), u"Acme GmbH", L1("acme")},
    {L1("US"), u"Prairie Provisions LLC", L1("prairie-provisions")},
    {L1("DE"), u"Getränke Müller & Töchter e. K.", L1("getraenke-mueller")},
    {L1("DK"), u"Østerbro Madkasser ApS", L1("osterbro")},
    {L1("PL"), u"Kuryer Trans Kraków", L1("kuryer-trans")},
    {L1("BR"), u"São Jorge Entregas Rápidas Ltda.", L1("sao-jorge")},
    {L1("SA"), u"شركة الرياض للتوصيل الطازج", L1("riyadh-fresh")},
    {L1("IL"), u"משלוחי הכרמל בע״מ", L1("karmel-mishlochim")},
    {L1("JP"), u"株式会社青葉配送", L1("aoba-haiso")},
    {L1("AU"), u"Harbour City Parcels Pty Ltd", L1("harbour-city")},
    {L1("SE"), u"Fjällvik Matleverans AB", L1("fjallvik")},
    {L1("CZ"), u"Čerstvé potraviny Brno s.r.o.", L1("cerstve-potraviny")},
    {L1("ES"), u"Mensajería Peñalver e Hijos S.L.", L1("penalver")},
};

} // namespace

const NameWords &wordsOf(Naming naming)
{
    for (const NameWords &words : allWords) {
        if (words.naming == naming)
            return words;
    }
    return allWords[0];
}

std::span<const FixedCompany> fixedCompanies()
{
    return companies;
}

} // namespace demo
