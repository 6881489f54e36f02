// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "server/auth/jwt.h"
#include "server/serveroptions.h"
#include "server/store/datafolder.h"

namespace server {

/// The key that signs tokens: 32 random bytes, made once. It is kept in the desktop's keychain; where none
/// answers within two seconds, or when the options ask for it, in a file that only its owner may read. The
/// log says which. A file that is there stays the place, so that the key does not change with the session.
/// Needs an event loop to be possible in the calling thread.
core::Result<SigningKey> loadSigningKey(SecretStore store, const DataFolder& folder);

}  // namespace server
