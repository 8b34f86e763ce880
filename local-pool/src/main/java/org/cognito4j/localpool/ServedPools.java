package org.cognito4j.localpool;

/**
 * What a server serves and how.
 *
 * @param registry the pools
 * @param addresses where everything is
 * @param signers makes the tokens
 * @param answers settles what AWS leaves open
 * @param region the region of pools that are made by unsigned calls
 * @param clock tells when tokens are issued
 * @param disturbances what goes wrong
 */
record ServedPools(
        Registry registry,
        Addresses addresses,
        PoolSigners signers,
        OauthAnswers answers,
        String region,
        ShiftedClock clock,
        DisturbanceSwitches disturbances) {}
