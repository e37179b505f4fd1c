// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptedserver.h"
#include "stripe/httpclient.h"
#include "stripe/requests/customers.h"

#include <memory>

/// A client and the scripted server it talks to, anew for each test function, and what the
/// client logs meanwhile.
class ClientFixture
{
protected:
    ClientFixture() = default;
    ~ClientFixture() = default;

    void start();
    void stop();

    /// A client of the server that is quick enough for tests.
    std::unique_ptr<stripe::HttpClient> newClient(stripe::ClientOptions options);
    stripe::Reply send(const stripe::Call &call);
    [[nodiscard]] static const QStringList &logged();

    static stripe::Call post();
    static stripe::Call within(stripe::Call call, std::chrono::milliseconds deadline);
    static stripe::Call inBackground(stripe::Call call);

    static constexpr char secretKey[] = "sk_test_sandbox_veryprivate";
    static constexpr char customer[] = R"({"id":"cus_1","object":"customer"})";
    static constexpr char stripeError[] = R"({"error":{"type":"api_error","message":"Sorry"}})";

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<stripe::HttpClient> m_client;
};
