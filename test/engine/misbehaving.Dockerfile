# Our image with the misbehaving program in the place of the review.
ARG IMAGE
FROM ${IMAGE}
COPY job.js /app/dist/job.js
