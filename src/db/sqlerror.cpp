// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlerror.h"

#include <QCoreApplication>
#include <QStringList>

namespace db {

namespace {

using Kind = core::Error::Kind;

/// One SQLSTATE, or a whole class by its first two characters, and what it means to the operator.
struct Meaning
{
    QLatin1StringView state;
    Kind kind;
    const char *sentence;
};

// The longer key stands before its class.
constexpr Meaning meanings[] = {
    {QLatin1StringView("23505"), Kind::Conflict, QT_TRANSLATE_NOOP("db", "This exists already.")},
    {QLatin1StringView("23P01"), Kind::Conflict,
     QT_TRANSLATE_NOOP("db", "This overlaps with something that exists already.")},
    {QLatin1StringView("23503"), Kind::Conflict,
     QT_TRANSLATE_NOOP("db", "Something this belongs to does not exist, or is still in use.")},
    {QLatin1StringView("23"), Kind::Invalid,
     QT_TRANSLATE_NOOP("db", "The database does not accept a value.")},
    {QLatin1StringView("22"), Kind::Invalid,
     QT_TRANSLATE_NOOP("db", "The database does not accept a value.")},
    {QLatin1StringView("40"), Kind::Conflict,
     QT_TRANSLATE_NOOP("db", "Somebody else changed the same at the same moment. Try again.")},
    {QLatin1StringView("55P03"), Kind::Conflict,
     QT_TRANSLATE_NOOP("db", "Somebody else is changing the same right now. Try again.")},
    {QLatin1StringView("42501"), Kind::Forbidden,
     QT_TRANSLATE_NOOP("db", "Your database account is not allowed to do this.")},
    {QLatin1StringView("28"), Kind::Forbidden,
     QT_TRANSLATE_NOOP("db", "The database refused the user name or the password.")},
    {QLatin1StringView("3D000"), Kind::NotFound,
     QT_TRANSLATE_NOOP("db",
                       "The server has no database of this name. Check the end of the address.")},
    {QLatin1StringView("42P01"), Kind::Internal,
     QT_TRANSLATE_NOOP("db", "The database is not set up for this program yet.")},
    {QLatin1StringView("57014"), Kind::Canceled,
     QT_TRANSLATE_NOOP("db",
                       "The database stopped this because it took too long "
                       "or was canceled.")},
    {QLatin1StringView("57"), Kind::Unreachable,
     QT_TRANSLATE_NOOP("db", "The database is shutting down or starting up.")},
    {QLatin1StringView("25P03"), Kind::Unreachable,
     QT_TRANSLATE_NOOP("db", "The database closed the connection because it was idle.")},
    {QLatin1StringView("08"), Kind::Unreachable,
     QT_TRANSLATE_NOOP("db", "The connection to the database broke.")},
    {QLatin1StringView("25006"), Kind::Storage,
     QT_TRANSLATE_NOOP("db", "The database takes no changes on this connection.")},
    {QLatin1StringView("53100"), Kind::Storage,
     QT_TRANSLATE_NOOP("db", "The disk of the database is full.")},
    {QLatin1StringView("53300"), Kind::Unreachable,
     QT_TRANSLATE_NOOP("db", "The database has too many connections.")},
    {QLatin1StringView("53"), Kind::Storage,
     QT_TRANSLATE_NOOP("db", "The database server has too little room to do this.")},
    {QLatin1StringView("58"), Kind::Storage,
     QT_TRANSLATE_NOOP("db", "The disk of the database reported an error.")},
    {QLatin1StringView("XX"), Kind::Storage,
     QT_TRANSLATE_NOOP("db", "The database reported damage in its files.")},
    {QLatin1StringView("42"), Kind::Internal,
     QT_TRANSLATE_NOOP("db", "The program and the database do not fit together.")},
};

const Meaning *meaningOf(const QString &state)
{
    for (const Meaning &meaning : meanings)
        if (state.startsWith(meaning.state))
            return &meaning;
    return nullptr;
}

/// Data errors repeat the offending value in the sentence itself.
bool textMayHoldValues(const QString &state)
{
    return state.startsWith(u"22") || state.startsWith(u"23") || state.startsWith(u"P0");
}

QString detailOf(const SqlFailure &failure)
{
    QStringList parts;
    parts << (failure.state.isEmpty() ? QStringLiteral("connection lost")
                                      : QStringLiteral("SQLSTATE ") + failure.state);
    if (!failure.constraint.isEmpty())
        parts << QStringLiteral("constraint ") + failure.constraint;
    if (!failure.table.isEmpty())
        parts << QStringLiteral("table ") + failure.table;
    if (!failure.text.isEmpty() && !textMayHoldValues(failure.state))
        parts << failure.text;
    return parts.join(QStringLiteral(", "));
}

} // namespace

core::Error toError(const SqlFailure &failure)
{
    core::Error error;
    error.detail = detailOf(failure);
    error.field = failure.column;
    if (failure.state.isEmpty()) {
        error.kind = Kind::Unreachable;
        error.message = QCoreApplication::translate("db", "The connection to the database broke.");
    } else if (const Meaning *meaning = meaningOf(failure.state)) {
        error.kind = meaning->kind;
        error.message = QCoreApplication::translate("db", meaning->sentence);
    } else {
        error.kind = Kind::Storage;
        error.message = QCoreApplication::translate("db", "The database refused this.");
    }
    return error;
}

core::Error toConnectError(const QString &state, const QString &text)
{
    core::Error error = toError({.state = state, .text = text});
    if (state.isEmpty()) {
        error.message = QCoreApplication::translate(
            "db",
            "The database does not answer. Check its address, and that its server is running.");
        error.detail = text;
    } else if (error.kind == Kind::Internal) {
        error.kind = Kind::Unreachable;
    }
    return error;
}

bool isTransient(QStringView sqlState)
{
    // The last one: a prepared statement is gone, and is made anew.
    return sqlState == u"40001" || sqlState == u"40P01" || sqlState == u"26000";
}

} // namespace db
