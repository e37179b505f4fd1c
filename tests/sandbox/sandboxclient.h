// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripecontract.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>

/// One answer, waited for.
struct Reply
{
    int status = 0; ///< 0: the connection broke.
    QJsonObject body;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QStringList violations;                ///< Where request or answer break Stripe's document.

    [[nodiscard]] QString text(const char *key) const;
    [[nodiscard]] qint64 number(const char *key) const;
    [[nodiscard]] QJsonObject error() const { return body.value(u"error").toObject(); }
    [[nodiscard]] QJsonArray data() const { return body.value(u"data").toArray(); }
    /// "latest_invoice.payment_intent.status", also through arrays: "data.0.id".
    [[nodiscard]] QJsonValue at(const QString &path) const;
};

/// Calls a sandbox over HTTP as a program would, and waits. Each request and answer is held
/// against Stripe's document.
class SandboxClient
{
public:
    SandboxClient(QString baseUrl, QByteArray key);

    Reply get(const QString &path, const QByteArray &query = {});
    Reply post(const QString &path, const QByteArray &form = {},
               const QByteArray &idempotencyKey = {});
    Reply remove(const QString &path, const QByteArray &query = {});
    Reply send(const QByteArray &method, const QString &path, const QByteArray &form,
               const QHash<QByteArray, QByteArray> &headers = {});
    /// A call that is not waited for.
    QNetworkReply *start(const QByteArray &method, const QString &path, const QByteArray &form,
                         const QHash<QByteArray, QByteArray> &headers = {});
    static Reply wait(QNetworkReply *reply);

    void setKey(const QByteArray &key) { m_key = key; }
    static const StripeContract &contract();

    /// @name What most tests begin with
    /// @{
    /// A customer with that test card as default; without one, none.
    QString makeCustomer(const QByteArray &card = "pm_card_visa");
    /// A subscription to the basic plan; `more` is appended to the form.
    Reply subscribe(const QString &customer, const QByteArray &more = {});
    /// Types of all events, oldest first.
    QStringList eventTypes();
    QList<QJsonObject> events();
    /// @}

private:
    QString m_baseUrl;
    QByteArray m_key;
    QNetworkAccessManager m_network;
};
