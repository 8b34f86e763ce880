package org.cognito4j.localpool.http;

import org.cognito4j.localpool.grant.UndocumentedAnswers;
import org.cognito4j.localpool.pool.PoolAddresses;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.token.PoolSigners;

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
public record ServedPools(
        PoolRegistry registry,
        PoolAddresses addresses,
        PoolSigners signers,
        UndocumentedAnswers answers,
        String region,
        ShiftedClock clock,
        DisturbanceSwitches disturbances) {}
