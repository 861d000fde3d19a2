# One image for both: `hullcheck serve`, and the jobs that it runs in containers of their own.
#
# Pinned by its full version. Where nothing can be pulled, the same file is built on any image with node and npm
# in it: `docker build --build-arg BASE=…`.
ARG BASE=node:24.21.0-bookworm-slim

FROM ${BASE} AS packages
ARG NPM_CONFIG_REGISTRY=https://registry.npmjs.org/
WORKDIR /app
COPY package.json package-lock.json ./
RUN ["npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]
RUN ["mkdir", "/data"]

FROM ${BASE}
LABEL org.opencontainers.image.title="Hullcheck" \
      org.opencontainers.image.description="Reviews Dockerfiles and Compose files on pull requests" \
      org.opencontainers.image.source="https://github.com/hullcheck/hullcheck" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    HULLCHECK_DATA=/data
WORKDIR /app
COPY --from=packages /app ./
COPY LICENSE app.yml ./
COPY dist ./dist
COPY --from=packages --chown=65532:65532 /data /data
USER 65532:65532
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/cli.js"]
CMD ["serve"]
