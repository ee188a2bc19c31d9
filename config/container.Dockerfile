FROM node:20-slim
WORKDIR /app
COPY . .
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
EXPOSE 8080
CMD ["node", "main.js"]
