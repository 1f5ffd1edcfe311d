# syntax=docker/dockerfile:1
# Builds the program, the model and the pages; the image that runs has no compiler and no root.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=build --chown=node:node /app/intents ./intents
COPY --from=build --chown=node:node /app/dialogs ./dialogs
COPY --from=build --chown=node:node /app/data ./data
COPY --from=build --chown=node:node /app/src/adapters/db ./src/adapters/db
USER node
EXPOSE 3978
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# PostgreSQL and Redis are given by DATABASE_URL and REDIS_URL; see compose.yaml.
CMD ["node", "dist/src/main.js"]
