// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/reply.h"
#include "db/session.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace db {

/// A job waiting for a worker: run once or, when it may be repeated, several times, and answered
/// exactly once.
class Work
{
public:
    Work() = default;
    virtual ~Work() = default;
    Q_DISABLE_COPY_MOVE(Work)

    /// Runs the job and keeps its result; gives the error where the result is one.
    virtual std::optional<core::Error> run(Session &session) = 0;
    /// Answers with the kept result, or with this error in its place.
    virtual void answer(const std::optional<core::Error> &instead) = 0;
    [[nodiscard]] virtual bool isRepeatable() const = 0;
};

template <typename Job>
using JobResult = std::invoke_result_t<Job &, Session &>;

/// Work for a callable `core::Result<T>(Session &)`. One that changes nothing in itself when
/// called (const-callable) may be run again after a serialization failure.
template <typename Job>
class JobWork final : public Work
{
public:
    using R = JobResult<Job>;

    explicit JobWork(Job job)
        : m_job(std::move(job))
    {
    }
    [[nodiscard]] QFuture<R> future() { return m_reply.future(); }

    std::optional<core::Error> run(Session &session) override
    {
        m_result.emplace(m_job(session));
        return m_result->has_value() ? std::nullopt : std::optional(m_result->error());
    }
    void answer(const std::optional<core::Error> &instead) override
    {
        if (instead || !m_result)
            m_reply.send(tl::unexpected(instead ? *instead : closingError()));
        else
            m_reply.send(*std::move(m_result));
    }
    [[nodiscard]] bool isRepeatable() const override
    {
        return std::is_invocable_v<const Job &, Session &>;
    }

private:
    Job m_job;
    Reply<R> m_reply;
    std::optional<R> m_result;
};

} // namespace db
