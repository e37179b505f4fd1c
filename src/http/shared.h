// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answerbox.h"
#include "http/limits.h"
#include "http/responsewriter.h"
#include "http/router.h"

namespace http {

/// What all connections of one listener have in common. Server thread only, but for the box.
struct Shared
{
    const Limits limits;
    const Router router;
    std::shared_ptr<AnswerBox> answers;
    ResponseWriter writer;
    qint64 bodyBytes = 0;    ///< Bodies being received or not answered yet.
    bool isStopping = false; ///< Every answer from now on is its connection's last.
    QByteArray input = QByteArray(64 * 1024, Qt::Uninitialized); ///< Room to read into.
    QByteArray output;                                           ///< Room to write from.
};

} // namespace http
